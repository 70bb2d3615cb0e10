"""What happens before the first member can sign in: nobody acts, so nobody is named in the history."""

import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.founding.founders import CITIES, SUBCOMMITTEES
from committee.founding.kinds import GENERAL, KINDS, Kind, said
from committee.history.actions import keep_new
from committee.members.models import Member, Post, Role
from committee.project_kinds.models import KindFigure, KindIndicator, ProjectKind
from committee.rules import BrokenRule
from committee.subcommittees.models import Subcommittee


class FoundedAlready(BrokenRule):
    """The cities or the subcommittees stand already."""

    def __init__(self) -> None:
        super().__init__(_("This committee is founded already: it has cities or subcommittees."))


class KindsFoundedAlready(BrokenRule):
    """Somebody entered kinds of projects already."""

    def __init__(self) -> None:
        super().__init__(_("There are kinds of projects already besides the general one."))


@transaction.atomic
def found_committee() -> tuple[list[City], list[Subcommittee]]:
    """Enter both cities, the four subcommittees and the kinds of projects.

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
    if not ProjectKind.objects.filter(is_general=False).exists():
        found_project_kinds()
    return cities, subcommittees


@transaction.atomic
def found_project_kinds() -> dict[str, ProjectKind]:
    """Enter the kinds of projects, each with its figures and indicators; return them by code.

    Raises:
        KindsFoundedAlready: when there are others than the general one.
    """
    if ProjectKind.objects.filter(is_general=False).exists():
        raise KindsFoundedAlready
    if not ProjectKind.objects.filter(is_general=True).exists():
        _enter_kind(GENERAL, position=len(KINDS) + 1, is_general=True)
    return {kind.code: _enter_kind(kind, position) for position, kind in enumerate(KINDS, start=1)}


@transaction.atomic
def enter_member(
    *,
    role: Role,
    subcommittee: Subcommittee | None = None,
    held_from: datetime.date | None = None,
    password: str | None,
    **fields: Any,
) -> Member:
    """Enter somebody with a first post before anybody could do so on a page; None is no password yet.

    Raises:
        ValidationError: when the name is taken, or role and subcommittee do not fit.
    """
    member = Member(**fields)
    member.set_password(password)
    keep_new(by=None, record=member)
    post = Post(member=member, city=member.city, role=role, subcommittee=subcommittee, held_from=held_from)
    keep_new(by=None, record=post)
    return member


def _enter_kind(kind: Kind, position: int, *, is_general: bool = False) -> ProjectKind:
    entered = ProjectKind(
        position=position,
        has_events=kind.has_events,
        has_research=kind.has_research,
        figures_only=kind.figures_only,
        is_general=is_general,
        **said("name", kind.name),
        **said("description", kind.description),
    )
    keep_new(by=None, record=entered)
    figures: list[KindFigure] = []
    for place, figure in enumerate(kind.figures, start=1):
        words = said("name", figure.name) | said("unit", figure.unit)
        limit = None if figure.at_most is None else figures[figure.at_most]
        figures.append(
            keep_new(by=None, record=KindFigure(kind=entered, position=place, at_most=limit, **words))
        )
    for place, measure in enumerate(kind.measures, start=1):
        words = said("name", measure.name) | said("unit", measure.unit)
        counted = None if measure.figure is None else figures[measure.figure]
        proposed = KindIndicator(kind=entered, position=place, rule=measure.rule, figure=counted, **words)
        keep_new(by=None, record=proposed)
    return entered
