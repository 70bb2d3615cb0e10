"""How a text gets its other languages: asked for, translated, checked by another person, then saved.

to translate → to check → checked
      ↑ given back ┘
"""

import datetime
from collections.abc import Iterable
from functools import partial
from typing import Any, cast

from django.conf import settings
from django.db import models, transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from committee.history.actions import keep_changes, keep_new, lock, note
from committee.history.models import HistoryEntry, Record
from committee.history.readable import label
from committee.languages.wording import suffix_of
from committee.members.models import Member
from committee.pages.permissions import require
from committee.translations.models import OutdatedText, TranslationRequest, fingerprint
from committee.translations.permissions import checks, may_ask_for, may_say_it_holds, translates, withdraws
from committee.translations.rules import (
    HoldsAlready,
    HoldsInThisLanguage,
    NothingToTranslate,
    NotInThisState,
    ReasonNeeded,
    TextChangedMeanwhile,
    TooLong,
    TranslationChanged,
)
from committee.translations.states import State as Standing
from committee.translations.states import texts_of
from committee.translations.tasks import draft_translation
from committee.translations.telling import tell_asked, tell_checked, tell_given_back, tell_translated
from committee.translations.texts import translated_kind

State = TranslationRequest.State
Verb = HistoryEntry.Verb


@transaction.atomic
def ask_for_translations(
    *,
    by: Member,
    record: Record,
    texts: Iterable[tuple[Record, str, str]],
    due_on: datetime.date,
    remark: str = "",
) -> list[TranslationRequest]:
    """Ask the secretariat of the member's city for texts of `record` and its parts in further languages.

    Args:
        texts: the record or part, the name of the text and the column suffix of the language, each.

    Raises:
        HoldsInThisLanguage: where a text is neither missing nor outdated.
        NothingToTranslate: where no other language has the text.
        ValidationError: when the same has been asked for already.
    """
    require(may_ask_for(by, record))
    wanted = {"city": by.city, "asked_by": by, "due_on": due_on, "remark": remark}
    requests = [
        keep_new(by=by, record=_asked(by, each, name, suffix, **wanted)) for each, name, suffix in texts
    ]
    if not requests:
        raise NothingToTranslate
    if settings.MACHINE_TRANSLATION:
        for request in requests:
            # Robust: people translate whether the machine's draft comes or not.
            transaction.on_commit(partial(draft_translation.delay, request_id=request.pk), robust=True)
    tell_asked(record, requests)
    return requests


@transaction.atomic
def hand_in_translation(
    *, by: Member, request: TranslationRequest, text: str, seen: str, seen_version: int | None = None
) -> TranslationRequest:
    """Enter a translation for another person to check; the record says what it said.

    Args:
        seen: what `texts_seen` returned when the translator read both texts.

    Raises:
        NotInThisState: when it was checked or withdrawn.
        TextChangedMeanwhile: when one of the two texts says something else by now.
        TooLong: when the record has no room for it.
    """
    locked = _locked(request)
    require(translates(by))
    _refuse_unless(locked, State.ASKED, State.TRANSLATED)
    if texts_seen(locked) != seen:
        raise TextChangedMeanwhile
    _refuse_too_long(locked, text)
    changes = {
        "text": text,
        "source_text": locked.source.plain,
        "found_text": locked.target.plain,
        "state": State.TRANSLATED,
        "translated_by": by,
        "translated_at": timezone.now(),
        "is_machine_draft": False,
        "returned_because": "",
    }
    translated = keep_changes(
        by=by, record=locked, changes=changes, seen_version=seen_version, verb=Verb.SUBMITTED
    )
    tell_translated(translated)
    return translated


@transaction.atomic
def check_translation(*, by: Member, request: TranslationRequest, seen: str) -> TranslationRequest:
    """Say that a translation is right: from now on the record says it.

    Args:
        seen: the fingerprint of the translation that was read.

    Raises:
        NotInThisState: when it is not to be checked (any more).
        TranslationChanged: when it was translated anew meanwhile.
        TextChangedMeanwhile: when the record was changed after it had been translated.
    """
    locked = _locked(request)
    require(checks(by, locked))
    _refuse_unless(locked, State.TRANSLATED)
    if fingerprint(locked.text) != seen:
        raise TranslationChanged
    record = lock(locked.translated_record)
    locked.record = record
    if locked.is_overtaken:
        raise TextChangedMeanwhile
    column = f"{locked.name}_{locked.to_language}"
    write = translated_kind(record).write
    write(by=by, record=record, changes={column: locked.text}, comment=_translated_by(locked))
    checked = {"state": State.CHECKED, "checked_by": by, "checked_at": timezone.now()}
    done = keep_changes(by=by, record=locked, changes=checked, verb=Verb.CONFIRMED)
    tell_checked(done)
    return done


@transaction.atomic
def give_back_translation(*, by: Member, request: TranslationRequest, reason: str) -> TranslationRequest:
    """Ask for a translation to be mended.

    Raises:
        ReasonNeeded: without a reason.
        NotInThisState: when it is not to be checked (any more).
    """
    locked = _locked(request)
    require(checks(by, locked))
    _refuse_unless(locked, State.TRANSLATED)
    if not reason.strip():
        raise ReasonNeeded
    translator = locked.translated_by
    changes: dict[str, Any] = {"state": State.ASKED, "translated_by": None, "translated_at": None}
    changes["returned_because"] = reason.strip()
    returned = keep_changes(by=by, record=locked, changes=changes, verb=Verb.RETURNED, comment=reason)
    tell_given_back(returned, translator)
    return returned


@transaction.atomic
def withdraw_translation(*, by: Member, request: TranslationRequest) -> TranslationRequest:
    """Say that a translation is not needed any more; what was written of it stays in the request.

    Raises:
        NotInThisState: when it was checked or withdrawn.
    """
    locked = _locked(request)
    require(withdraws(by, locked))
    _refuse_unless(locked, State.ASKED, State.TRANSLATED)
    changes = {
        "state": State.WITHDRAWN,
        "translated_by": None,
        "translated_at": None,
        "is_machine_draft": False,
        "returned_because": "",
    }
    return keep_changes(by=by, record=locked, changes=changes, verb=Verb.WITHDRAWN)


@transaction.atomic
def say_it_holds(*, by: Member, record: Record, name: str, language: str) -> None:
    """Say that a text is right as it stands although another language of it was changed.

    Raises:
        HoldsAlready: when it is not outdated (any more).
    """
    locked = lock(record)
    require(may_say_it_holds(by, locked))
    gone, _by_model = OutdatedText.objects.of(locked).filter(name=name, language=language).delete()
    if not gone:
        raise HoldsAlready
    column = label(type(locked), f"{name}_{language}")
    note(by=by, verb=Verb.CONFIRMED, record=locked, changes={}, comment=column)


def texts_seen(request: TranslationRequest) -> str:
    """Return the fingerprint of both texts as they stand in the record."""
    return fingerprint(f"{fingerprint(request.source)} {fingerprint(request.target)}")


def _locked(request: TranslationRequest) -> TranslationRequest:
    """Lock the record first, of a part its whole before it, as whoever edits it does; then the request."""
    record = request.translated_record
    if record.whole != record:
        lock(record.whole)
    lock(record)
    return lock(request)


def _asked(by: Member, record: Record, name: str, suffix: str, **wanted: Any) -> TranslationRequest:
    source = _source_of(record, name, suffix, by)
    return TranslationRequest(record=record, name=name, from_language=source, to_language=suffix, **wanted)


def _source_of(record: Record, name: str, suffix: str, by: Member) -> str:
    """Return the language to translate from: one that holds, the member's own before others."""
    (text,) = texts_of([record], [name])
    if text.standings[suffix].state == Standing.CHECKED:
        raise HoldsInThisLanguage
    others = [each for each in text.standings.values() if each.wording and each.suffix != suffix]
    if not others:
        raise NothingToTranslate
    own = suffix_of(by.language)
    return min(others, key=lambda each: (each.behind is not None, each.suffix != own)).suffix


def _refuse_unless(request: TranslationRequest, *states: str) -> None:
    if request.state not in states:
        raise NotInThisState(request.get_state_display())


def _refuse_too_long(request: TranslationRequest, text: str) -> None:
    most = _column_of(request).max_length
    if most and len(text) > most:
        raise TooLong(most)


def _translated_by(request: TranslationRequest) -> str:
    return _("Translated by %(who)s") % {"who": request.translated_by}


def _column_of(request: TranslationRequest) -> "models.Field[Any, Any]":
    name = f"{request.name}_{request.to_language}"
    return cast("models.Field[Any, Any]", request.translated_record._meta.get_field(name))
