"""What is printed to look at how the parts of a report come together."""

from dataclasses import replace

from committee.languages.wording import Wording
from committee.printing.content import Paragraph, Report, Section, Subsection
from committee.typesetting.attachments import Attachment
from tests.factories.report import bar_chart, every_kind_of_block, small_report

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIGURES = Attachment("figures.xlsx", b"PK", WORKBOOK, "The figures behind tables and charts")


def two_chapters() -> Report:
    """Return a report of a page each for cover, contents and two chapters."""
    report = small_report("en", *every_kind_of_block())
    second = Section(
        Wording("핫라인", "ko"),
        (Subsection(Wording("热线", "zh-Hans"), (bar_chart(), Paragraph("It rang twice."))),),
    )
    return replace(report, sections=(*report.sections, second))
