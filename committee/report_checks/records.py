"""Whether the records that a report prints may be printed, as they stand and with days of its time."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from typing import Any

from django.conf import settings
from django.utils.formats import date_format
from django.utils.module_loading import import_string
from django.utils.translation import gettext as _

from committee.printing.checked import Covered, Day, Mention
from committee.printing.content import Row, Section, Statement
from committee.report_checks.contents import Content
from committee.report_checks.finding import Finding, error
from committee.report_checks.naming import title_of, title_of_row

# Gets the ids of records that a report prints and returns those that both cities may read.
Printable = Callable[[Iterable[int]], set[int]]


def days_are_covered(content: Content) -> Iterator[Finding]:
    covered = content.report.covered
    if covered is None:
        return
    for section, part in content.with_field("days"):
        for day in part.days:
            if not _is_covered(day, covered):
                words = _("%(part)s: %(day)s lies outside the time that the report covers.")
                values = {"part": _title(part), "day": date_format(day.day)}
                yield error(section, words % values, _("Correct the day of the record, then gather again."))


def states_are_one(contents: Mapping[str, Content]) -> Iterator[Finding]:
    """A record that is printed in several places stands the same in each, in every language."""
    first: dict[str, Mention] = {}
    told: set[str] = set()
    for content in contents.values():
        for section, part in content.with_field("mention"):
            mention = part.mention
            its = first.setdefault(mention.record, mention)
            if its.state != mention.state and mention.record not in told:
                told.add(mention.record)
                words = _("%(part)s is printed in two different states.") % {"part": _title(part)}
                remedy = _("It changed while the content was gathered. Gather the content again.")
                yield error(section, words, remedy)


def records_are_released(contents: Mapping[str, Content]) -> Iterator[Finding]:
    """Nothing is printed that one city keeps to itself, or that is gone."""
    printed: dict[str, dict[int, tuple[Section, Any]]] = defaultdict(dict)
    for content in contents.values():
        for section, part in content.with_field("mention"):
            kind, _dash, number = part.mention.record.rpartition("-")
            if kind in settings.REPORT_RECORDS:
                printed[kind].setdefault(int(number), (section, part))
    for kind, records in printed.items():
        may_be_printed: Printable = import_string(settings.REPORT_RECORDS[kind])
        for number in sorted(records.keys() - may_be_printed(records)):
            section, part = records[number]
            words = _("%(part)s is printed, but is not released to both cities, or is no longer there.")
            yield error(
                section, words % {"part": _title(part)}, _("Release it, or gather the content again.")
            )


def _is_covered(day: Day, covered: Covered) -> bool:
    if day.day > covered.end:
        return False
    return day.may_be_earlier or covered.start is None or day.day > covered.start


def _title(part: Row | Statement | Any) -> str:
    return f"“{title_of_row(part)}”" if isinstance(part, Row) else title_of(part)
