from typing import Protocol


class CityKeeper(Protocol):
    """What this room needs of a member; members stand above it, because each is of a city."""

    @property
    def is_secretariat(self) -> bool: ...


def may_keep_cities(member: CityKeeper) -> bool:
    """Both secretariats keep the records of both cities."""
    return member.is_secretariat


def may_edit_city(member: CityKeeper, _city: object) -> bool:
    return may_keep_cities(member)
