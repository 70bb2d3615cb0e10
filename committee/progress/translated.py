"""Which texts of this room may be asked for in further languages, see TRANSLATED."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from committee.history.actions import keep_changes
from committee.members.models import Member
from committee.members.permissions import leads
from committee.notices.actions import notify
from committee.progress.models import ProgressUpdate
from committee.progress.permissions import reports_for
from committee.translations.texts import Translated


def keep_translation(
    *, by: Member, record: ProgressUpdate, changes: Mapping[str, str], comment: str
) -> ProgressUpdate:
    """Add a language to what an update says. A confirmation stands: its fingerprint is made anew, on record.

    An update that is not what was confirmed keeps its broken fingerprint.
    """
    seal: dict[str, str] = {}
    was_intact = record.state == record.State.CONFIRMED and record.is_intact
    if was_intact:
        for column, text in changes.items():
            setattr(record, column, text)
        seal["confirmed_hash"] = record.fingerprint()
    translated = keep_changes(by=by, record=record, changes=changes, following=seal, comment=comment)
    if was_intact:
        _tell_confirmer(translated, by)
    return translated


def may_ask_for_update(member: Member, update: ProgressUpdate) -> bool:
    """Who writes it, and the other city's co-lead, whose statement may stand beside it."""
    is_other_city = member.city_id == update.answering_city_id
    return reports_for(member, update) or (is_other_city and leads(member, update.project.subcommittee))


def _tell_confirmer(update: ProgressUpdate, by: Member) -> None:
    confirmer = update.answered_by
    assert confirmer is not None, "a confirmed update has who confirmed it"
    notify(
        members=[confirmer] if confirmer != by else [],
        kind="translation",
        key=f"update-{update.pk}-translated-{update.version}",
        subject=lambda: _("Translation added: %(project)s") % {"project": update.project},
        body=lambda: _("A language was added to an update that you confirmed. Your confirmation stands."),
        address=f"updates/{update.pk}/",
        reason=_as_confirmer,
    )


def _as_confirmer(_member: Member) -> str:
    return _("You are told this because you confirmed it.")


TRANSLATED = [
    Translated(
        ProgressUpdate,
        ("narrative", "next_steps", "statement"),
        may_ask=may_ask_for_update,
        write=keep_translation,
    )
]
