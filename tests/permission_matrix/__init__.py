"""Every address × every role: what each of them is answered.

One module a room (`meetings.py`, `agreements.py`, …) with a list `ROWS`. An address without a row
fails the tests. A row reads:

    Row("meeting_edit", of_meeting, anonymous=302, observer=403, contributor=403, co_lead=403,
        liaison=403, secretariat=200)

- `url_name`, then `args`: a function that gets the `World` and returns the address's arguments,
  making the record with a factory: `lambda world: [MeetingFactory().pk]`. Leave it out where the
  address has none.
- A status per role. Where the two cities are answered differently, a pair (Seoul, Beijing):
  `secretariat=(200, 403)`. Records in a row are Seoul's and of `world.subcommittee`, where a record
  has a city or a subcommittee.
- `elsewhere` is a co-lead of another subcommittee; left out, it is answered what an observer is.
- `method="post"` with `form=lambda world: {...}` for what only a form may do: without a form the
  answer to somebody allowed is 422 on a page that has fields, and 302 on one that has none.
- `of_everybody(200)`, `of_members(200)` and `of_secretariat(200)` write the usual rows.

A row makes its records once, and each request is undone before the next one, so a row may delete.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from committee.members.models import Role
from committee.models import City, Member, Subcommittee
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory

Status = int | tuple[int, int]


@dataclass(frozen=True)
class World:
    """Two cities, one subcommittee that the records are of and another one, and everybody who may ask."""

    seoul: City
    beijing: City
    subcommittee: Subcommittee
    another_subcommittee: Subcommittee
    members: dict[str, tuple[Member, Member]] = field(repr=False)


def build_world() -> World:
    cities = seoul(), beijing()
    here, there = SubcommitteeFactory(), SubcommitteeFactory(code="economy", name_en="Economy", position=1)

    def one_of_each_city(role: Role, subcommittee: Subcommittee | None = None) -> tuple[Member, Member]:
        return member_with(role, cities[0], subcommittee), member_with(role, cities[1], subcommittee)

    members = {
        "observer": one_of_each_city(Role.OBSERVER),
        "contributor": one_of_each_city(Role.CONTRIBUTOR, here),
        "co_lead": one_of_each_city(Role.CO_LEAD, here),
        "liaison": one_of_each_city(Role.LIAISON),
        "secretariat": one_of_each_city(Role.SECRETARIAT),
        "elsewhere": one_of_each_city(Role.CO_LEAD, there),
    }
    return World(*cities, here, there, members)


def nothing(_world: World) -> list[Any]:
    return []


def empty_form(_world: World) -> dict[str, Any]:
    # A browser always sends something, were it the CSRF token alone.
    return {"csrfmiddlewaretoken": "sent"}


@dataclass(frozen=True)
class Row:
    """What each role is answered at one address."""

    url_name: str
    args: Callable[[World], list[Any]] = nothing
    anonymous: Status = field(kw_only=True)
    observer: Status = field(kw_only=True)
    contributor: Status = field(kw_only=True)
    co_lead: Status = field(kw_only=True)
    liaison: Status = field(kw_only=True)
    secretariat: Status = field(kw_only=True)
    elsewhere: Status | None = field(default=None, kw_only=True)
    method: str = field(default="get", kw_only=True)
    form: Callable[[World], dict[str, Any]] = field(default=empty_form, kw_only=True)

    def __str__(self) -> str:
        return f"{self.method} {self.url_name}"

    def expected(self) -> dict[tuple[str, int], int]:
        """Return the status by role and place of the city (0 Seoul, 1 Beijing)."""
        elsewhere = self.observer if self.elsewhere is None else self.elsewhere
        statuses: dict[str, Status] = {
            "observer": self.observer,
            "contributor": self.contributor,
            "co_lead": self.co_lead,
            "liaison": self.liaison,
            "secretariat": self.secretariat,
            "elsewhere": elsewhere,
        }
        return {(role, place): _at(status, place) for role, status in statuses.items() for place in (0, 1)}


def _at(status: Status, place: int) -> int:
    return status if isinstance(status, int) else status[place]


MEMBER_ROLES = ("observer", "contributor", "co_lead", "liaison", "secretariat")


def of_everybody(status: int) -> dict[str, Any]:
    """The same answer for whoever asks, signed in or not."""
    return of_members(status, anonymous=status)


def of_members(status: Status, *, anonymous: int = 302) -> dict[str, Any]:
    """The same answer for every member; who has not signed in is sent to do so (403 in the API)."""
    return {"anonymous": anonymous} | dict.fromkeys(MEMBER_ROLES, status)


def of_secretariat(status: Status, *, others: int = 403, anonymous: int = 302) -> dict[str, Any]:
    """What only a secretariat may do."""
    return of_members(others, anonymous=anonymous) | {"secretariat": status}
