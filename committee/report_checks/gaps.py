"""Which texts that a report prints are missing, drafts or outdated in a language, and where to mend them."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.apps import apps
from django.urls import reverse
from django.utils.text import capfirst

from committee.history.models import Record
from committee.languages.wording import LANGUAGES, Wording, in_language, source_of, suffix_of
from committee.printing.content import Report
from committee.printing.snapshot import walk
from committee.report_checks.naming import short
from committee.translations.models import fingerprint
from committee.translations.states import Standing, State, texts_of
from committee.translations.texts import kind_of, label_of, translated

Address = tuple[str, int]  # which model, and which of its records
Standings = dict[tuple[str, str], Standing]  # by source and column suffix


@dataclass(frozen=True)
class Gap:
    """A text of a record that a language of the report lacks, or prints as it was before another was changed.

    `key` names text, language and what stands there, so that somebody can waive just that by name; `section`
    is the chapter that prints it first. `address` leads to where it is mended, '' for a record that is gone.
    """

    key: str
    section: str
    heading: str
    record: str
    text: str
    language: str  # Django's code
    state: State
    address: str


@dataclass(frozen=True)
class Printed:
    """A text of a record as one language of the report prints it first, by itself or inside a sentence."""

    wording: Wording
    source: str
    language: str
    section: str
    heading: str

    @property
    def record(self) -> Address:
        model, number, _name = self.source.split("/")
        return model, int(number)

    @property
    def name(self) -> str:
        return self.source.rpartition("/")[2]

    @property
    def is_substitute(self) -> bool:
        """Whether another language is printed; which text of a sentence is in another is not seen in it."""
        is_alone = self.wording.source == self.source
        return is_alone and self.wording.language != LANGUAGES[suffix_of(self.language)]


def translations_of(reports: Mapping[str, Report]) -> list[Gap]:
    """Return what is wanting in the texts that the contents print, by language in the order of print.

    Titles that are printed in several languages on purpose are no gaps: they name no record as their source.
    """
    printed = list(_printed(reports))
    records = _records(printed)
    standings = _standings(records)
    found = ((each, _state(each, standings)) for each in printed)
    return [_gap(each, state, records.get(each.record)) for each, state in found if state]


def _printed(reports: Mapping[str, Report]) -> Iterator[Printed]:
    """Yield each text once a language, where it is printed first."""
    for language, report in reports.items():
        seen: set[str] = set()
        for part, section, heading in _parts(report):
            for source in part.source.split() if isinstance(part, Wording) else ():
                if source not in seen:
                    seen.add(source)
                    yield Printed(part, source, language, section, heading)


def _parts(report: Report) -> Iterator[tuple[Any, str, str]]:
    yield from ((part, "", report.cover.title) for part in walk(report.cover))
    for section in report.sections:
        yield from ((part, section.key, str(section.heading)) for part in walk(section))


def _records(printed: Sequence[Printed]) -> dict[Address, Any]:
    """Return the records that are still there, with what they are parts of; a query for each kind."""
    numbers: dict[str, set[int]] = defaultdict(set)
    for model, number in (each.record for each in printed):
        numbers[model].add(number)
    return {
        (model, number): record
        for model, ids in numbers.items()
        for number, record in _of_kind(apps.get_model(model)).in_bulk(ids).items()
    }


def _of_kind(model: Any) -> Any:
    part_of = getattr(model, "part_of", "")
    return model._default_manager.select_related(part_of) if part_of else model._default_manager


def _standings(records: Mapping[Address, Any]) -> Standings:
    """Say where each language of the texts stands; records without a history have no drafts."""
    with_history = [record for record in records.values() if isinstance(record, Record)]
    return {
        (source_of(text.record, text.name), suffix): standing
        for text in texts_of(with_history)
        for suffix, standing in text.standings.items()
    }


def _state(printed: Printed, standings: Standings) -> State | None:
    standing = standings.get((printed.source, suffix_of(printed.language)))
    if standing and standing.state != State.CHECKED:
        return standing.state
    return State.MISSING if printed.is_substitute else None


def _gap(printed: Printed, state: State, record: Any) -> Gap:
    return Gap(
        key=f"{printed.source}/{printed.language}/{fingerprint(_whole(printed, record))[:8]}",
        section=printed.section,
        heading=printed.heading,
        record=short(record) if record else "—",
        text=capfirst(label_of(type(record), printed.name)) if record else printed.name,
        language=printed.language,
        state=state,
        address=_address(record),
    )


def _whole(printed: Printed, record: Any) -> str:
    """Return all of the text that stands there, of which a paragraph may be a part."""
    return in_language(record, printed.name, printed.language) if record else printed.wording


def _address(record: Any) -> str:
    """Lead to the page of a record's texts; to the record where its texts are entered in its form alone."""
    if record is None:
        return ""
    whole = record.whole if isinstance(record, Record) else record
    if kind_of(type(whole)) in translated():
        return reverse("translations_of", args=[kind_of(type(whole)), whole.pk])
    return whole.get_absolute_url() if hasattr(whole, "get_absolute_url") else ""
