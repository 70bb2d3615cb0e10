"""From a report to HTML: the very page that is printed, and shown as preview in the browser."""

from collections.abc import Mapping
from typing import Any

from django.template.loader import render_to_string
from django.utils.translation import override

from committee.languages.wording import LANGUAGES, Wording, suffix_of
from committee.printing.charts import chart_svg
from committee.printing.content import Chart, Report, Table
from committee.printing.contents import Numbers, chapters_of, lists_of, numbers_before
from committee.printing.snapshot import walk
from committee.typesetting.binding import ELSEWHERE
from committee.typesetting.own_files import STYLESHEET


def report_html(report: Report, *, stylesheet: str = "", styles: str = "") -> str:
    """Return the whole page for a browser.

    Args:
        stylesheet: where the browser finds the styles.
        styles: the styles themselves, in place of that, for a page that is one file.
    """
    more = {"stylesheet": stylesheet, "styles": styles, "numbers": Numbers(), "is_for_browser": True}
    return _rendered("document", report, **more, **_front(report, pages={}))


def cover_html(report: Report) -> str:
    return _rendered("part_cover", report)


def front_html(report: Report, pages: Mapping[str, int]) -> str:
    """Return contents and lists, with the page of each anchor in `pages`; links lead into other parts."""
    return _rendered("part_front", report, elsewhere=ELSEWHERE, **_front(report, pages))


def chapter_html(report: Report, number: int) -> str:
    """Return one chapter, counted from 1, as it is printed; it knows no page."""
    section = report.sections[number - 1]
    numbers = numbers_before(report, number)
    return _rendered("part_chapter", report, section=section, number=number, numbers=numbers)


def _is_in_one_language(part: object) -> bool:
    return not (isinstance(part, Table) and part.is_multilingual)


def _is_foreign(part: object, language: str) -> bool:
    return isinstance(part, Wording) and part.language != language


def draw_charts(report: Report) -> int:
    """Draw every chart of the report, so that the layout finds them done; return how many there are."""
    charts = [part for part in walk(report) if isinstance(part, Chart)]
    for chart in charts:
        chart_svg(chart.spec, report.language, title=str(chart.alt))
    return len(charts)


def language_tag(report: Report) -> str:
    return LANGUAGES[suffix_of(report.language)]


def _front(report: Report, pages: Mapping[str, int]) -> dict[str, Any]:
    tag = language_tag(report)
    in_one_language = walk(report, into=_is_in_one_language)
    return {
        "chapters": chapters_of(report, pages),
        "lists": lists_of(report, pages),
        "has_substitutes": any(_is_foreign(part, tag) for part in in_one_language),
        "has_illustrative": any(getattr(part, "illustrative", False) for part in walk(report)),
    }


def _rendered(template: str, report: Report, **more: Any) -> str:
    context = {"report": report, "stylesheet": STYLESHEET, "language_tag": language_tag(report), **more}
    with override(report.language):
        return render_to_string(f"printing/{template}.html", context)
