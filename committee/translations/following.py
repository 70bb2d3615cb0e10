"""Notes which languages of a text a change has left behind: called for each act, see `AFTER_ACT_KEPT`."""

from collections.abc import Mapping, Sequence

from django.utils import timezone

from committee.history.models import HistoryEntry, Record
from committee.languages.wording import SUFFIXES
from committee.translations.models import OutdatedText, fingerprint
from committee.translations.texts import names_of_texts, texts_in

Verb = HistoryEntry.Verb


def note_texts(record: Record, entry: HistoryEntry) -> None:
    """Follow what an act did to the texts of a record; inside its transaction.

    Mended wording leaves nobody behind: it says in this language what it said before.
    """
    if entry.verb == Verb.DELETED:
        OutdatedText.objects.of(record).delete()
    elif entry.verb == Verb.MENDED:
        _follow(record, entry.changes, leaves_behind=False)
    elif entry.verb != Verb.CREATED:
        leave_others_behind(record, entry.changes)


def leave_others_behind(record: Record, changes: Mapping[str, Sequence[str | None]]) -> None:
    """Mark the other languages of texts that were changed, column → [before, after], as outdated."""
    _follow(record, changes, leaves_behind=True)


def _follow(record: Record, changes: Mapping[str, Sequence[str | None]], *, leaves_behind: bool) -> None:
    for name in names_of_texts(type(record)):
        columns = {suffix: f"{name}_{suffix}" for suffix in SUFFIXES}
        before = {suffix: changes[column][0] or "" for suffix, column in columns.items() if column in changes}
        if before:
            _follow_text(record, name, before, leaves_behind=leaves_behind)


def _follow_text(record: Record, name: str, before: Mapping[str, str], *, leaves_behind: bool) -> None:
    """Go by one rule: who changes a text that holds leaves the others behind, who changes one that is left
    behind brings it up to date.

    Args:
        before: what the changed languages said, by column suffix.
    """
    texts = texts_in(record, name)
    behind = {row.language: row for row in OutdatedText.objects.of(record).filter(name=name)}
    leading = next((each for each in before if before[each] and texts[each] and each not in behind), None)
    for language, row in behind.items():
        if language in before or not texts[row.changed_language] or row.holds_again(texts):
            row.delete()
    if leading is None or not leaves_behind:
        return
    for language in texts.keys() - before.keys() - behind.keys():
        if texts[language]:
            _leave_behind(record, name, language, leading, before[leading])


def _leave_behind(record: Record, name: str, language: str, leading: str, source: str) -> None:
    OutdatedText.objects.create(
        record=record,
        name=name,
        language=language,
        changed_language=leading,
        source_hash=fingerprint(source),
        since=timezone.now(),
    )
