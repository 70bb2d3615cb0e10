"""How minutes go round: circulated → remarks, each answered → agreed by both cities, and then never changed.

    draft → circulated → agreed
      ↑ taken back ┘

Circulating makes a version, which asks each city anew; an agreement is to one version.
"""

import datetime
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from committee.cities.models import City
from committee.history.actions import keep_changes, keep_new, lock
from committee.history.models import HistoryEntry
from committee.languages.wording import SUFFIXES
from committee.members.models import Member
from committee.minutes.actions import writing
from committee.minutes.content import content_of, fingerprint, fingerprint_now, lacking, section_in
from committee.minutes.models import CityAnswer, Minutes, MinutesSection, MinutesVersion
from committee.minutes.permissions import agrees_for, may_remark, works_on, writes_minutes_of
from committee.minutes.remarks import Remark
from committee.minutes.rules import (
    AnswerTooEarly,
    LanguageMissing,
    NothingWritten,
    NotInThisState,
    NotYetChanged,
    ReasonNeeded,
    RemarksOpen,
    SameAsBefore,
    TextChanged,
)
from committee.minutes.telling import tell_agreed, tell_answered, tell_circulated, tell_remarked
from committee.pages.permissions import require

State = Minutes.State
Verb = HistoryEntry.Verb


@transaction.atomic
def circulate(*, by: Member, minutes: Minutes, answer_by: datetime.date, **without: bool) -> Minutes:
    """Send the minutes to both secretariats as a new version and ask each for its agreement.

    Args:
        answer_by: the last day for remarks or agreement.
        without: `without_ko=True`: both cities go without this language.

    Raises:
        NotInThisState: when they are circulated or agreed already.
        NothingWritten, LanguageMissing: when the text is not complete.
        RemarksOpen: when a remark has no answer.
        NotYetChanged: when a remark was accepted and its section is as it was.
        SameAsBefore: when the version before, taken back, said the same.
        AnswerTooEarly: when the day has passed.
    """
    locked = writing(by, minutes)
    left_out = [suffix for suffix in SUFFIXES if without.get(f"without_{suffix}")]
    content = content_of(locked, left_out)
    _refuse_incomplete(content)
    if open_remarks(locked).exists():
        raise RemarksOpen
    _refuse_unkept_promises(locked, content)
    if locked.latest and locked.latest.fingerprint == fingerprint(content):
        raise SameAsBefore
    if answer_by < by.today:
        raise AnswerTooEarly
    version = _keep_version(by, locked, content, answer_by)
    handed_over = keep_changes(
        by=by,
        record=locked,
        changes={"state": State.CIRCULATED},
        verb=Verb.SUBMITTED,
        rows={"versions": [None, [f"{version.number} · {answer_by.isoformat()}"]]},
    )
    tell_circulated(handed_over, version)
    return handed_over


@transaction.atomic
def take_back(*, by: Member, minutes: Minutes) -> Minutes:
    """Take circulated minutes back to revise them; agreements to the version stay with the version.

    Raises:
        NotInThisState: when they are not circulated (any more).
    """
    locked = _circulated(minutes)
    require(writes_minutes_of(by, locked.meeting))
    return keep_changes(by=by, record=locked, changes={"state": State.DRAFT}, verb=Verb.WITHDRAWN)


@transaction.atomic
def agree(*, by: Member, minutes: Minutes, seen: str) -> Minutes:
    """Agree for one's city to the version one has read; with the last agreement the minutes are frozen.

    Args:
        seen: the fingerprint of the version that the member was shown.

    Raises:
        NotInThisState: when they were taken back.
        TextChanged: when the minutes say something else than the version that was read.
        RemarksOpen: when a remark has no answer.
    """
    locked = _circulated(minutes)
    require(agrees_for(by, locked))
    version = locked.latest
    assert version is not None, "circulated minutes have a version"
    if not version.fingerprint == seen == fingerprint_now(locked, version):
        raise TextChanged
    if open_remarks(locked).exists():
        raise RemarksOpen
    CityAnswer.objects.filter(version=version, city=by.city_id).update(member=by, at=timezone.now())
    is_last = not CityAnswer.objects.filter(version=version, member__isnull=True).exists()
    changes = {"state": State.AGREED, "agreed_hash": seen} if is_last else {}
    agreed = keep_changes(
        by=by,
        record=locked,
        changes=changes,
        verb=Verb.CONFIRMED,
        rows={"versions": [None, [str(version.number)]]},
    )
    tell_agreed(agreed, by)
    return agreed


@transaction.atomic
def remark(*, by: Member, section: MinutesSection, text: str) -> Remark:
    """Remark on a section of circulated minutes; the remark stays for ever.

    Raises:
        NotInThisState: when they are not circulated (any more).
    """
    locked = _circulated(section.minutes)
    require(works_on(by, locked.meeting) and may_remark(by, locked))
    made = keep_new(by=by, record=Remark(section=section, on_version=locked.latest, by=by, text=text.strip()))
    tell_remarked(made)
    return made


@transaction.atomic
def answer_remark(*, by: Member, remark: Remark, accepts: bool, answer: str) -> Remark:
    """Accept a remark, which takes the minutes back to be changed, or decline it with the reason.

    Raises:
        NotInThisState: when the minutes are not circulated.
        ReasonNeeded: when it is declined without a word.
    """
    minutes = lock(remark.section.minutes)
    require(writes_minutes_of(by, minutes.meeting))
    locked = lock(remark)
    if minutes.is_agreed or locked.state != Remark.State.OPEN:
        raise NotInThisState(minutes)
    reason = answer.strip()
    if not accepts and not reason:
        raise ReasonNeeded
    changes = {
        "state": Remark.State.ACCEPTED if accepts else Remark.State.DECLINED,
        "answer": reason,
        "answered_by": by,
        "answered_at": timezone.now(),
    }
    answered = keep_changes(by=by, record=locked, changes=changes)
    if accepts and minutes.state == State.CIRCULATED:
        take_back(by=by, minutes=minutes)
    tell_answered(answered)
    return answered


def open_remarks(minutes: Minutes) -> QuerySet[Remark]:
    return Remark.objects.filter(section__minutes=minutes, state=Remark.State.OPEN)


def _circulated(minutes: Minutes) -> Minutes:
    locked = lock(minutes)
    if locked.state != State.CIRCULATED:
        raise NotInThisState(locked)
    return locked


def _refuse_incomplete(content: dict[str, Any]) -> None:
    if not content["sections"]:
        raise NothingWritten
    if missing := [suffix for suffix in lacking(content) if suffix not in content["without"]]:
        raise LanguageMissing(missing)


def _refuse_unkept_promises(minutes: Minutes, content: dict[str, Any]) -> None:
    """Hold each section with an accepted remark against the version that was remarked on."""
    accepted = Remark.objects.filter(section__minutes=minutes, state=Remark.State.ACCEPTED)
    unchanged = [
        str(remark.section)
        for remark in accepted.select_related("section", "on_version")
        if section_in(remark.on_version.content, remark.section_id) == section_in(content, remark.section_id)
    ]
    if unchanged:
        raise NotYetChanged(unchanged)


def _keep_version(
    by: Member, minutes: Minutes, content: dict[str, Any], answer_by: datetime.date
) -> MinutesVersion:
    version = MinutesVersion(
        minutes=minutes,
        number=minutes.latest.number + 1 if minutes.latest else 1,
        content=content,
        fingerprint=fingerprint(content),
        circulated_by=by,
        circulated_at=timezone.now(),
        answer_by=answer_by,
        **{f"without_{suffix}": suffix in content["without"] for suffix in SUFFIXES},
    )
    version.full_clean()
    version.save(force_insert=True)
    host = minutes.meeting.host
    for city in (host, *City.objects.other_than(host)):
        CityAnswer.objects.create(version=version, city=city)
    return version
