"""Whether the numbers that are claimed in several places are one, and are what is printed."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committee.printing.content import Chart, Claim, Figure, Mention, Report, Row, Section, Table
from committee.printing.snapshot import walk
from committee.report_checks.finding import Finding, error, parts
from committee.report_checks.naming import quoted, title_of, title_of_row
from committee.report_checks.numbers import first_number, number_in
from committee.report_checks.vega import numbers_of

COUNTED_ANEW = gettext_lazy(
    "Gather the content again. If the numbers still differ, tell the operator of the site: "
    "the program counts in two ways."
)
# Numbers that were computed and passed through JSON are equal up to here.
LEAST_DIFFERENCE = 1e-6


@dataclass(frozen=True)
class Said:
    """A claim, and where a reader finds it."""

    claim: Claim
    section: Section
    place: str
    is_printed: bool


def claims_of(report: Report) -> Iterator[Said]:
    """Yield all claims of one content in the order of print."""
    for section in report.sections:
        for part in walk(section):
            if isinstance(part, Figure) and part.claim:
                yield Said(part.claim, section, quoted(part.label), _prints(part, part.claim))
            elif isinstance(part, Table):
                yield from _of_table(part, section)
            elif isinstance(part, Chart):
                drawn = numbers_of(part.spec) if part.claims else []
                for claim in part.claims:
                    yield Said(claim, section, title_of(part), _is_drawn(claim, drawn))


def claims_are_printed(report: Report) -> Iterator[Finding]:
    for said in claims_of(report):
        if not said.is_printed:
            words = _("%(place)s prints another number than the %(number)s that was counted.")
            number = number_format(said.claim.number, force_grouping=True)
            yield error(said.section, words % {"place": said.place, "number": number}, str(COUNTED_ANEW))


def claims_of_one_subject_agree(reports: Mapping[str, Report]) -> Iterator[Finding]:
    """Compare within each language and between them."""
    first: dict[str, tuple[str, Said]] = {}
    told: set[str] = set()
    for language, report in reports.items():
        for said in claims_of(report):
            subject = said.claim.subject
            its_language, its = first.setdefault(subject, (language, said))
            if subject not in told and not _is_equal(its.claim.number, said.claim.number):
                told.add(subject)
                yield _disagree(its, said, language if language != its_language else "")


def parts_add_up(report: Report) -> Iterator[Finding]:
    """The numbers of the subcommittees, or of whatever else a third part names, make up the whole."""
    numbers = {said.claim.subject: said for said in claims_of(report)}
    sums: dict[str, int | float] = {}
    for subject, said in numbers.items():
        whole, _colon, _part = subject.rpartition(":")
        if subject.count(":") == 2 and whole in numbers:
            sums[whole] = sums.get(whole, 0) + said.claim.number
    for whole, total in sums.items():
        if not _is_equal(numbers[whole].claim.number, total):
            words = _("%(place)s says %(number)s, but its parts add up to %(total)s.")
            yield _error(numbers[whole], words, total=number_format(total, force_grouping=True))


def mentions_bear_claims_out(report: Report) -> Iterator[Finding]:
    """What the summary counts is what the chapters print one by one, where they print any of its kind."""
    states = {part.record: part.state for part in walk(report) if isinstance(part, Mention)}
    kinds = {_kind(record) for record in states}
    told: set[str] = set()
    for said in claims_of(report):
        subject, number = said.claim.subject, said.claim.number
        kind, _colon, state = subject.partition(":")
        if kind.removesuffix("s") not in kinds or ":" in state or subject in told:
            continue
        told.add(subject)
        printed = sum(
            state in ("all", its) for record, its in states.items() if _kind(record) == kind.removesuffix("s")
        )
        if printed != number:
            words = _("%(place)s says %(number)s, but %(total)s are printed one by one.")
            yield _error(said, words, total=str(printed))


def rows_are_counted(report: Report) -> Iterator[Finding]:
    numbers = {said.claim.subject: said for said in claims_of(report)}
    for _section, table in parts(report, Table):
        said = numbers.get(table.counts)
        rows = sum(not row.is_total for row in table.rows)
        if said and rows != said.claim.number:
            words = _("%(place)s says %(number)s, but %(table)s has %(total)s rows.")
            yield _error(said, words, table=title_of(table), total=str(rows))


def _of_table(table: Table, section: Section) -> Iterator[Said]:
    for row in table.rows:
        place = f"{title_of(table)}, {quoted(title_of_row(row))}"
        for claim in row.claims:
            yield Said(claim, section, place, _stands_in(row, claim))


def _prints(figure: Figure, claim: Claim) -> bool:
    printed = first_number(figure.number)
    return printed is not None and printed.stands_for(claim.number)


def _stands_in(row: Row, claim: Claim) -> bool:
    printed = (number_in(cell) or first_number(str(cell)) for cell in row.cells if isinstance(cell, str))
    return any(each and each.stands_for(claim.number) for each in printed)


def _is_drawn(claim: Claim, drawn: list[float]) -> bool:
    """What is none has no bar."""
    return claim.number == 0 or any(_is_equal(claim.number, each) for each in drawn)


def _disagree(one: Said, other: Said, language: str) -> Finding:
    words = _("%(place)s says %(number)s, but %(other)s says %(total)s.")
    if language:
        words = _("%(place)s says %(number)s, but in %(language)s %(other)s says %(total)s.")
    total = number_format(other.claim.number, force_grouping=True)
    name = dict(settings.LANGUAGES).get(language, language)
    return _error(one, words, other=f"“{other.section.heading}”, {other.place}", total=total, language=name)


def _error(said: Said, words: str, **values: object) -> Finding:
    number = number_format(said.claim.number, force_grouping=True)
    return error(said.section, words % {"place": said.place, "number": number, **values}, str(COUNTED_ANEW))


def _is_equal(one: float, other: float) -> bool:
    return abs(one - other) <= LEAST_DIFFERENCE


def _kind(record: str) -> str:
    return record.rpartition("-")[0]
