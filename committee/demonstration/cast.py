"""The cities, subcommittees and members of the demonstration, and the meetings they hold."""

import datetime
from dataclasses import dataclass, field

from django.contrib.auth.hashers import make_password

from committee.agendas.actions import propose_item
from committee.cities.models import City
from committee.demonstration.meetings import AGENDA, Held
from committee.demonstration.people import CHANGED_HANDS, HELD_FROM, LANGUAGE, PEOPLE, Person
from committee.founding.actions import enter_member, found_committee
from committee.founding.kinds import GENERAL, KINDS, said
from committee.meetings.actions import add_decision, create_meeting
from committee.meetings.models import Meeting
from committee.members.actions import add_post, edit_post
from committee.members.models import Member, Role, Standing
from committee.project_kinds.models import ProjectKind
from committee.subcommittees.models import Subcommittee


@dataclass
class Cast:
    """Who and what later records refer to, by code, sign-in name and number."""

    cities: dict[str, City]
    subcommittees: dict[str, Subcommittee]
    kinds: dict[str, ProjectKind]
    members: dict[str, Member] = field(default_factory=dict)
    meetings: dict[int, Meeting] = field(default_factory=dict)

    @property
    def secretariat(self) -> Member:
        return self.members["secretariat.seoul"]

    def lead(self, subcommittee: str, city: str) -> Member:
        return self.members[f"lead.{subcommittee}.{city}"]

    def contributor(self, subcommittee: str, city: str) -> Member:
        return self.members[f"contributor.{subcommittee}.{city}"]

    def other(self, city: str) -> str:
        return next(code for code in self.cities if code != city)


def assemble(password: str) -> Cast:
    """Found the committee, where an import of air data has not done so, and let everybody in."""
    if not City.objects.exists():
        found_committee()
    cast = Cast(
        {city.code: city for city in City.objects.all()},
        {group.code: group for group in Subcommittee.objects.all()},
        {kind.code: ProjectKind.objects.get(**said("name", kind.name)) for kind in (GENERAL, *KINDS)},
    )
    for person in PEOPLE:
        cast.members[person.username] = _enter(cast, person)
    _let_in(cast, password)
    for city in cast.cities:
        _appoint(cast, city)
    return cast


def _let_in(cast: Cast, password: str) -> None:
    """Let everybody sign in with one password, hashed once, for that is made to be slow."""
    hashed = make_password(password)
    for member in cast.members.values():
        member.password = hashed
    Member.objects.bulk_update(cast.members.values(), ["password"])


def _appoint(cast: Cast, city: str) -> None:
    """Make one the head of the secretariat, and tell who held other posts before."""
    head = cast.members[f"secretariat.{city}"]
    edit_post(by=head, post=head.posts.get(), standing=Standing.HEAD)
    add_post(
        by=head,
        member=cast.members[f"observer.{city}"],
        role=Role.LIAISON,
        held_from=HELD_FROM,
        held_until=CHANGED_HANDS - datetime.timedelta(days=1),
    )
    add_post(
        by=head,
        member=cast.contributor("environment", city),
        role=Role.CO_LEAD,
        standing=Standing.DEPUTY,
        subcommittee=cast.subcommittees["environment"],
        held_from=HELD_FROM,
        held_until=CHANGED_HANDS,
    )


def hold(cast: Cast, held: Held) -> None:
    """Enter a general meeting with its agenda and decisions."""
    by = cast.secretariat
    meeting = create_meeting(
        by=by,
        ordinal=held.ordinal,
        host=cast.cities[held.host],
        starts_on=held.starts_on,
        ends_on=held.starts_on,
        state=held.state,
        is_illustrative=held.is_illustrative,
        **held.venue.columns("venue"),
        **held.summary.columns("summary"),
    )
    for code, title in AGENDA:
        propose_item(
            by=by,
            meeting=meeting,
            subcommittee=cast.subcommittees.get(code or ""),
            is_illustrative=True,
            **title.columns("title"),
        )
    for number, decided in enumerate(held.decisions, start=1):
        add_decision(
            by=by,
            meeting=meeting,
            number=number,
            subcommittee=cast.subcommittees.get(decided.subcommittee or ""),
            state=decided.state,
            is_illustrative=decided.is_illustrative,
            **decided.text.columns("text"),
        )
    cast.meetings[held.ordinal] = meeting


def _enter(cast: Cast, person: Person) -> Member:
    return enter_member(
        role=person.role,
        subcommittee=cast.subcommittees.get(person.subcommittee or ""),
        held_from=person.held_from,
        password=None,
        username=person.username,
        city=cast.cities[person.city],
        language=LANGUAGE[person.city],
        is_demonstration=True,
        is_illustrative=True,
        **person.name.columns("name"),
        **person.title.columns("title"),
    )
