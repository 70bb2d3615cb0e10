"""What happens before the first member can sign in: nobody acts, so nobody is named in the history."""

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.founding.founders import CITIES, SUBCOMMITTEES
from committee.history.actions import keep_new
from committee.members.models import Member, Post, Role
from committee.rules import BrokenRule
from committee.subcommittees.models import Subcommittee


class FoundedAlready(BrokenRule):
    """The cities or the subcommittees stand already."""

    def __init__(self) -> None:
        super().__init__(_("This committee is founded already: it has cities or subcommittees."))


@transaction.atomic
def found_committee() -> tuple[list[City], list[Subcommittee]]:
    """Enter both cities and the four subcommittees.

    Raises:
        FoundedAlready: when one of either is there.
    """
    if City.objects.exists() or Subcommittee.objects.exists():
        raise FoundedAlready
    cities = [keep_new(by=None, record=City(**city)) for city in CITIES]
    subcommittees = [
        keep_new(by=None, record=Subcommittee(position=position, **subcommittee))
        for position, subcommittee in enumerate(SUBCOMMITTEES, start=1)
    ]
    return cities, subcommittees


@transaction.atomic
def enter_member(
    *,
    role: Role,
    subcommittee: Subcommittee | None = None,
    held_from: datetime.date | None = None,
    password: str,
    **fields: Any,
) -> Member:
    """Enter somebody with a first post before anybody could do so on a page.

    Raises:
        ValidationError: when the name is taken, or role and subcommittee do not fit.
    """
    member = Member(**fields)
    member.set_password(password)
    keep_new(by=None, record=member)
    post = Post(member=member, city=member.city, role=role, subcommittee=subcommittee, held_from=held_from)
    keep_new(by=None, record=post)
    return member
