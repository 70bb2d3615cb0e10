"""The posts of the committee, held or vacant: each office with whoever holds it for each city."""

import datetime
from dataclasses import dataclass, field

from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.members.models import Post, Role, Standing
from committee.subcommittees.models import Subcommittee


@dataclass
class Holding:
    """Whom one city has in an office on a day."""

    city: City
    holders: list[Post] = field(default_factory=list)
    deputies: list[Post] = field(default_factory=list)


@dataclass
class Office:
    """A post that each city gives to one person at a time."""

    role: Role
    subcommittee: Subcommittee | None
    holdings: dict[int, Holding]

    @property
    def title(self) -> str:
        if self.role == Role.SECRETARIAT:
            return str(Standing.HEAD.label)
        if self.subcommittee is None:
            return str(self.role.label)
        return _("co-lead, %(subcommittee)s") % {"subcommittee": self.subcommittee.name}


def offices_on(day: datetime.date) -> tuple[list[City], list[Office]]:
    """Return the cities and all offices as they are held on a day, in three queries whatever their number."""
    cities = list(City.objects.all())
    offices = {
        (role, subcommittee.pk if subcommittee else None): Office(
            role, subcommittee, {city.pk: Holding(city) for city in cities}
        )
        for role, subcommittee in _all_offices()
    }
    held = Post.objects.with_successors().held_on(day).select_related("member")
    for post in held.order_by("held_from", "pk"):
        holding = offices[Role(post.role), post.subcommittee_id].holdings[post.city_id]
        (holding.deputies if post.standing == Standing.DEPUTY else holding.holders).append(post)
    return cities, list(offices.values())


def _all_offices() -> list[tuple[Role, Subcommittee | None]]:
    leads = [(Role.CO_LEAD, subcommittee) for subcommittee in Subcommittee.objects.all()]
    return [(Role.SECRETARIAT, None), (Role.LIAISON, None), *leads]
