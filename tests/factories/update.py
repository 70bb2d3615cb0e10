import datetime
from typing import Any

import factory

from committee.members.models import Role
from committee.models import ProgressUpdate
from committee.progress.actions import confirm_update, correct_update, return_update
from committee.progress.statements import state_otherwise
from tests.factories.city import CityFactory
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory


class UpdateFactory(factory.django.DjangoModelFactory):
    """A draft of Seoul, for Beijing to confirm."""

    class Meta:
        model = ProgressUpdate

    class Params:
        is_submitted = factory.Trait(
            state=ProgressUpdate.State.SUBMITTED,
            submitted_by=factory.SelfAttribute("author"),
            submitted_at=datetime.datetime(2018, 10, 1, 9, tzinfo=datetime.UTC),
        )
        is_one_sided = factory.Trait(
            is_submitted=True,
            state=ProgressUpdate.State.ONE_SIDED,
            one_sided_at=datetime.datetime(2018, 10, 31, 9, tzinfo=datetime.UTC),
        )

    project = factory.SubFactory(ProjectFactory)
    city = factory.SubFactory(CityFactory)
    answering_city = factory.SubFactory(CityFactory, is_beijing=True)
    author = factory.LazyAttribute(
        lambda update: member_with(Role.CONTRIBUTOR, update.city, update.project.subcommittee)
    )
    period_from = datetime.date(2018, 4, 1)
    period_until = datetime.date(2018, 9, 30)
    course = ProgressUpdate.Course.ON_TRACK
    narrative_en = "Both liaison officers exchange readings every week."


def submitted_update(**fields: Any) -> ProgressUpdate:
    return UpdateFactory(is_submitted=True, **fields)


def confirm(update: ProgressUpdate) -> ProgressUpdate:
    """Let a co-lead of the other city confirm what stands in the database."""
    answerer = member_with(Role.CO_LEAD, update.answering_city, update.project.subcommittee)
    return confirm_update(by=answerer, update=update, seen=update.fingerprint())


def confirmed_update(**fields: Any) -> ProgressUpdate:
    return confirm(submitted_update(**fields))


def returned_update(**fields: Any) -> ProgressUpdate:
    update = submitted_update(**fields)
    answerer = member_with(Role.CO_LEAD, update.answering_city, update.project.subcommittee)
    return return_update(by=answerer, update=update, comment="Which week is missing?")


def one_sided_update(**fields: Any) -> ProgressUpdate:
    """Submitted, and left unanswered for thirty days."""
    return UpdateFactory(is_one_sided=True, **fields)


def differing_update(**fields: Any) -> ProgressUpdate:
    """Beijing's co-lead has set a statement of its own beside what Seoul reports."""
    update = submitted_update(**fields)
    answerer = member_with(Role.CO_LEAD, update.answering_city, update.project.subcommittee)
    return state_otherwise(
        by=answerer, update=update, statement_course="late", statement_en="Readings came every other month."
    )


def correction_of(update: ProgressUpdate) -> ProgressUpdate:
    """A draft that says what the confirmed `update` says."""
    return correct_update(by=update.author, update=update)
