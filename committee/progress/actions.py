"""How a city reports, and how the other city answers.

    draft → submitted → confirmed
      ↑ withdrawn ┘ ├→ returned → submitted …
                    ├→ one-sided, after a long silence (`silence`), which can still be answered
                    └→ seen differently (`statements`) → confirmed, or closed

A confirmed update never changes; a correction is a new update that names the old one.
"""

from typing import Any

from django.db import transaction
from django.utils import timezone

from committee.cities.models import City
from committee.documents.actions import add_document
from committee.documents.models import Document
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock, note
from committee.history.models import HistoryEntry
from committee.members.models import Member
from committee.pages.permissions import require
from committee.progress.content import STATED, WRITTEN
from committee.progress.models import ProgressUpdate
from committee.progress.permissions import answers_for, may_enter_for, reports_for
from committee.progress.reported import (
    Milestones,
    Said,
    Values,
    carry_over,
    differences,
    keep_said,
    refuse_contradictions,
    said_by,
    saying,
)
from committee.progress.rules import (
    CommentNeeded,
    ContentChanged,
    CorrectedAlready,
    NothingCorrected,
    ProjectNotReleased,
    refuse_period_to_come,
    refuse_unless,
)
from committee.progress.telling import tell_answered, tell_changed_beside, tell_submitted
from committee.projects.models import Project
from committee.projects.permissions import may_report_on
from committee.projects.persons import FiguresOnly

State = ProgressUpdate.State
Verb = HistoryEntry.Verb


@transaction.atomic
def create_update(
    *,
    by: Member,
    project: Project,
    on_behalf_of: Member | None = None,
    milestones: Milestones | None = None,
    values: Values | None = None,
    **fields: Any,
) -> ProgressUpdate:
    """Start a draft of the member's city on `project`, for the other city to confirm.

    Args:
        on_behalf_of: the co-lead of the own city for whom a secretariat enters it.

    Raises:
        OfAnotherProject: when a milestone or indicator is not of `project`.
        ValidationError: when a constraint is broken.
    """
    require(may_enter_for(by, project, on_behalf_of) if on_behalf_of else may_report_on(by, project))
    answering = City.objects.other_than(by.city).earliest("pk")
    cities = {"city": by.city, "answering_city": answering}
    draft = ProgressUpdate(project=project, author=by, on_behalf_of=on_behalf_of, **cities, **fields)
    return _keep_draft(by, draft, saying(Said(), draft, milestones, values))


@transaction.atomic
def edit_update(
    *,
    by: Member,
    update: ProgressUpdate,
    seen_version: int | None = None,
    milestones: Milestones | None = None,
    values: Values | None = None,
    **changes: Any,
) -> ProgressUpdate:
    """Change a draft, a returned update, or one beside which the other city has set its own statement.

    Raises:
        NotInThisState: when it is submitted, confirmed or closed.
        ChangedMeanwhile: when somebody else changed the same.
    """
    locked = lock(update)
    require(reports_for(by, locked))
    refuse_unless(locked, State.DRAFT, State.RETURNED, State.DIFFERING)
    before = said_by(locked)
    after = saying(before, locked, milestones, values)
    rows = differences(before, after)
    if rows:
        keep_said(locked, after)
    word = {"last_word": locked.city} if locked.state == State.DIFFERING else {}
    kept = keep_changes(
        by=by, record=locked, changes=changes, seen_version=seen_version, rows=rows, following=word
    )
    if word and kept.version != locked.version:
        tell_changed_beside(kept)
    return kept


@transaction.atomic
def delete_update(*, by: Member, update: ProgressUpdate) -> None:
    """Delete a draft.

    Raises:
        NotInThisState: when it was submitted.
    """
    locked = lock(update)
    require(reports_for(by, locked))
    refuse_unless(locked, State.DRAFT)
    keep_deletion(by=by, record=locked)


@transaction.atomic
def submit_update(*, by: Member, update: ProgressUpdate) -> ProgressUpdate:
    """Hand a draft or a mended update to the other city.

    Raises:
        NotInThisState: when it is submitted or confirmed already.
        ProjectNotReleased: when the other city does not see the project.
        PeriodToCome: when it is about years to come.
        NothingCorrected: when it is a correction that corrects nothing.
        ConfirmedOtherwise: when it contradicts another confirmed update.
    """
    locked = lock(update)
    require(reports_for(by, locked))
    refuse_unless(locked, State.DRAFT, State.RETURNED)
    if locked.project.draft_of_id is not None:
        raise ProjectNotReleased
    refuse_period_to_come(locked, by.today)
    if locked.corrects and locked.corrects.content() == locked.content():
        raise NothingCorrected
    refuse_contradictions(locked)
    submitted = {"state": State.SUBMITTED, "submitted_by": by, "submitted_at": timezone.now()}
    unanswered = {"answered_by": None, "answered_at": None, "return_comment": ""}
    handed_over = keep_changes(by=by, record=locked, changes=submitted | unanswered, verb=Verb.SUBMITTED)
    tell_submitted(handed_over)
    return handed_over


@transaction.atomic
def withdraw_update(*, by: Member, update: ProgressUpdate) -> ProgressUpdate:
    """Take a submitted update back into a draft.

    Raises:
        NotInThisState: when the other city has answered meanwhile.
    """
    locked = lock(update)
    require(reports_for(by, locked))
    refuse_unless(locked, *ProgressUpdate.UNANSWERED)
    withdrawn = {"state": State.DRAFT, "submitted_by": None, "submitted_at": None, "one_sided_at": None}
    return keep_changes(by=by, record=locked, changes=withdrawn, verb=Verb.WITHDRAWN)


@transaction.atomic
def confirm_update(*, by: Member, update: ProgressUpdate, seen: str) -> ProgressUpdate:
    """Confirm what the member has read; confirming it twice keeps the first date.

    A statement that stood beside it goes: the history keeps it.

    Args:
        seen: the fingerprint of the content that the member was shown.

    Raises:
        NotInThisState: when it was withdrawn or returned.
        ContentChanged: when the update says something else than what was read.
        ConfirmedOtherwise: when it contradicts another update confirmed meanwhile.
    """
    locked = lock(update)
    require(answers_for(by, locked))
    if locked.state == State.CONFIRMED and locked.confirmed_hash == seen:
        return locked
    refuse_unless(locked, *ProgressUpdate.UNANSWERED, State.DIFFERING)
    if locked.fingerprint() != seen:
        raise ContentChanged
    lock(locked.project)  # or two updates that contradict each other could be confirmed at once
    refuse_contradictions(locked)
    answered = {"state": State.CONFIRMED, "answered_by": by, "answered_at": timezone.now()}
    changes = answered | {"confirmed_hash": seen, "one_sided_at": None, "last_word": None}
    changes |= dict.fromkeys(STATED, "")
    confirmed = keep_changes(by=by, record=locked, changes=changes, verb=Verb.CONFIRMED)
    carry_over(by=by, update=confirmed)
    if confirmed.corrects:
        note(by=by, verb=Verb.CORRECTED, record=confirmed.corrects, changes={})
    tell_answered(confirmed)
    return confirmed


@transaction.atomic
def return_update(*, by: Member, update: ProgressUpdate, comment: str) -> ProgressUpdate:
    """Send a submitted update back with the reason.

    Raises:
        CommentNeeded: without a reason.
        NotInThisState: when it is not submitted (any more).
    """
    locked = lock(update)
    require(answers_for(by, locked))
    refuse_unless(locked, *ProgressUpdate.UNANSWERED)
    reason = comment.strip()
    if not reason:
        raise CommentNeeded
    answered = {"state": State.RETURNED, "answered_by": by, "answered_at": timezone.now()}
    changes = answered | {"return_comment": reason, "one_sided_at": None}
    returned = keep_changes(by=by, record=locked, changes=changes, verb=Verb.RETURNED, comment=reason)
    tell_answered(returned)
    return returned


@transaction.atomic
def correct_update(*, by: Member, update: ProgressUpdate) -> ProgressUpdate:
    """Start a draft that says what a confirmed update says, to be changed and confirmed again.

    Raises:
        NotInThisState: when `update` is not confirmed.
        CorrectedAlready: when it has a correction.
    """
    locked = lock(update)
    require(reports_for(by, locked))
    refuse_unless(locked, State.CONFIRMED)
    if ProgressUpdate.objects.filter(corrects=locked).exists():
        raise CorrectedAlready
    draft = ProgressUpdate(
        project=locked.project,
        city=locked.city,
        answering_city=locked.answering_city,
        author=by,
        on_behalf_of=None if may_report_on(by, locked.project) else locked.on_behalf_of,
        corrects=locked,
        **{name: getattr(locked, name) for name in WRITTEN},
    )
    return _keep_draft(by, draft, said_by(locked))


def _keep_draft(by: Member, draft: ProgressUpdate, said: Said) -> ProgressUpdate:
    keep_new(by=by, record=draft, rows=differences(Said(), said))
    keep_said(draft, said)
    return draft


def add_update_document(*, by: Member, update: ProgressUpdate, **fields: Any) -> Document:
    """Attach what shows the progress; the confirmed text stays as it is. See `add_document`.

    Raises:
        FiguresOnly: when the project's kind stores nothing about persons.
    """
    require(reports_for(by, update))
    if update.project.kind.figures_only:
        raise FiguresOnly
    return add_document(by=by, of=update, **fields)
