"""What the cities told of their projects and answered, through the same actions as on the pages."""

import datetime
from decimal import Decimal
from typing import Any

from committee.demonstration.cast import Cast
from committee.demonstration.story import Answer, Told
from committee.history.models import HistoryEntry
from committee.members.models import Member
from committee.progress.actions import (
    confirm_update,
    correct_update,
    create_update,
    edit_update,
    return_update,
    submit_update,
)
from committee.progress.models import ProgressUpdate
from committee.progress.reported import Measured
from committee.progress.statements import state_otherwise
from committee.projects.indicators import Indicator
from committee.projects.models import Milestone, Project

Verb = HistoryEntry.Verb

# After the end of the period: written, handed over, answered. Mornings in Seoul and Beijing.
WRITTEN_AFTER, SUBMITTED_AFTER, ANSWERED_AFTER = (
    datetime.timedelta(days=days, hours=1) for days in (5, 8, 12)
)
CORRECTED_AFTER = datetime.timedelta(days=40)


def tell(cast: Cast, subcommittee: str, project: Project, told: Told) -> None:
    """Let a city report on a project, the other one answer, and the first one correct itself."""
    update = _write(cast, subcommittee, project, told)
    _hand_over(cast, subcommittee, update, told)
    _date(update, told, datetime.timedelta())
    if (correction := told.correction) is not None:
        update.refresh_from_db()
        corrected = correct_update(by=cast.contributor(subcommittee, told.city), update=update)
        edit_update(
            by=cast.contributor(subcommittee, told.city),
            update=corrected,
            milestones=_milestones(project, correction),
            values=_values(project, correction),
            **_words(correction),
        )
        _hand_over(cast, subcommittee, corrected, correction)
        _date(corrected, correction, CORRECTED_AFTER)


def _write(cast: Cast, subcommittee: str, project: Project, told: Told) -> ProgressUpdate:
    by, lead = cast.contributor(subcommittee, told.city), None
    if told.dictated:
        by, lead = cast.members[f"secretariat.{told.city}"], cast.lead(subcommittee, told.city)
    return create_update(
        by=by,
        project=project,
        on_behalf_of=lead,
        milestones=_milestones(project, told),
        values=_values(project, told),
        period_from=told.period[0],
        period_until=told.period[1],
        **_words(told),
    )


def _hand_over(cast: Cast, subcommittee: str, update: ProgressUpdate, told: Told) -> None:
    if told.answer == Answer.DRAFT:
        return
    by = update.author if told.dictated else cast.lead(subcommittee, told.city)
    submitted = submit_update(by=by, update=update)
    answering: Member = cast.lead(subcommittee, cast.other(told.city))
    if told.answer == Answer.CONFIRMED:
        confirm_update(by=answering, update=submitted, seen=submitted.fingerprint())
    elif told.answer == Answer.RETURNED:
        return_update(by=answering, update=submitted, comment=told.comment)
    elif told.statement is not None:
        said: dict[str, Any] = told.statement.columns("statement")
        state_otherwise(by=answering, update=submitted, statement_course=told.statement_course, **said)


def _words(told: Told) -> dict[str, Any]:
    return {
        "course": told.course,
        **told.narrative.columns("narrative"),
        **(told.next_steps.columns("next_steps") if told.next_steps else {}),
    }


def _milestones(project: Project, told: Told) -> dict[Milestone, datetime.date | None]:
    steps = list(project.milestones.order_by("pk"))
    return {steps[place]: on for place, on in told.done}


def _values(project: Project, told: Told) -> dict[Indicator, Measured | None]:
    if told.value is None:
        return {}
    return {project.indicators.get(): Measured(told.period[1], Decimal(told.value))}


def _date(update: ProgressUpdate, told: Told, later: datetime.timedelta) -> None:
    """Mark the update as invented, and let its acts have happened after its period, not while it was "
    "loaded."""
    end = datetime.datetime.combine(told.period[1], datetime.time(), datetime.UTC) + later
    written, submitted, answered = end + WRITTEN_AFTER, end + SUBMITTED_AFTER, end + ANSWERED_AFTER
    stored = ProgressUpdate.objects.filter(pk=update.pk)
    stored.update(is_illustrative=True, created_at=written)
    stored.exclude(submitted_at=None).update(submitted_at=submitted)
    stored.exclude(answered_at=None).update(answered_at=answered)
    acts = HistoryEntry.objects.of(update)
    acts.filter(verb__in=[Verb.CREATED, Verb.CHANGED]).update(at=written)
    acts.filter(verb=Verb.SUBMITTED).update(at=submitted)
    acts.filter(verb__in=[Verb.CONFIRMED, Verb.RETURNED, Verb.STATED]).update(at=answered)
