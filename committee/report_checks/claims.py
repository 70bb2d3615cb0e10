"""Whether the numbers that are claimed in several places are one, and are what is printed."""

from collections.abc import Iterator, Mapping

from django.conf import settings
from django.utils.formats import number_format
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committee.printing.checked import Mention
from committee.printing.content import Table
from committee.report_checks.contents import Content, Said, is_equal
from committee.report_checks.finding import Finding, error
from committee.report_checks.naming import title_of

COUNTED_ANEW = gettext_lazy(
    "Gather the content again. If the numbers still differ, tell the operator of the site: "
    "the program counts in two ways."
)


def claims_are_printed(content: Content) -> Iterator[Finding]:
    for said in content.claims:
        if not said.is_printed:
            words = _("%(place)s prints another number than the %(number)s that was counted.")
            number = number_format(said.claim.number, force_grouping=True)
            yield error(said.section, words % {"place": said.place, "number": number}, str(COUNTED_ANEW))


def claims_of_one_subject_agree(contents: Mapping[str, Content]) -> Iterator[Finding]:
    """Compare within each language and between them."""
    first: dict[str, tuple[str, Said]] = {}
    told: set[str] = set()
    for language, content in contents.items():
        for said in content.claims:
            subject = said.claim.subject
            its_language, its = first.setdefault(subject, (language, said))
            if subject not in told and not is_equal(its.claim.number, said.claim.number):
                told.add(subject)
                yield _disagree(its, said, language if language != its_language else "")


def parts_add_up(content: Content) -> Iterator[Finding]:
    """The numbers of the subcommittees, or of whatever else a third part names, make up the whole."""
    numbers = {said.claim.subject: said for said in content.claims}
    sums: dict[str, int | float] = {}
    for subject, said in numbers.items():
        whole, _colon, _part = subject.rpartition(":")
        if subject.count(":") == 2 and whole in numbers:
            sums[whole] = sums.get(whole, 0) + said.claim.number
    for whole, total in sums.items():
        if not is_equal(numbers[whole].claim.number, total):
            words = _("%(place)s says %(number)s, but its parts add up to %(total)s.")
            yield _error(numbers[whole], words, total=number_format(total, force_grouping=True))


def mentions_bear_claims_out(content: Content) -> Iterator[Finding]:
    """What the summary counts is what the chapters print one by one, where they print any of its kind."""
    states = {part.record: part.state for _section, part in content.of(Mention)}
    kinds = {_kind(record) for record in states}
    told: set[str] = set()
    for said in content.claims:
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


def rows_are_counted(content: Content) -> Iterator[Finding]:
    numbers = {said.claim.subject: said for said in content.claims}
    for _section, table in content.of(Table):
        said = numbers.get(table.counts)
        rows = sum(not row.is_total for row in table.rows)
        if said and rows != said.claim.number:
            words = _("%(place)s says %(number)s, but %(table)s has %(total)s rows.")
            yield _error(said, words, table=title_of(table), total=str(rows))


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


def _kind(record: str) -> str:
    return record.rpartition("-")[0]
