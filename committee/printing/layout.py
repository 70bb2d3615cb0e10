"""From a report to HTML: the very page that is printed, and shown as preview in the browser."""

from django.template.loader import render_to_string
from django.utils.translation import override

from committee.languages.wording import LANGUAGES, Wording, suffix_of
from committee.printing.charts import chart_svg
from committee.printing.content import Chart, Report
from committee.printing.snapshot import walk


def report_html(report: Report, *, stylesheet: str) -> str:
    """Return the whole page; `stylesheet` is where its reader, engine or browser, finds the print styles."""
    tag = LANGUAGES[suffix_of(report.language)]
    parts = list(walk(report))
    with override(report.language):
        return render_to_string(
            "printing/document.html",
            {
                "report": report,
                "stylesheet": stylesheet,
                "language_tag": tag,
                "has_substitutes": any(isinstance(part, Wording) and part.language != tag for part in parts),
                "has_illustrative": any(getattr(part, "illustrative", False) for part in parts),
            },
        )


def draw_charts(report: Report) -> int:
    """Draw every chart of the report, so that the layout finds them done; return how many there are."""
    charts = [part for part in walk(report) if isinstance(part, Chart)]
    for chart in charts:
        chart_svg(chart.spec, report.language, title=str(chart.alt))
    return len(charts)
