"""Reports made by hand for the office files: one with everything, one that tries to break them."""

from dataclasses import replace

from committee.languages.wording import Wording
from committee.printing.content import (
    Chart,
    Column,
    Facts,
    Figure,
    Figures,
    Lines,
    Listing,
    Paragraph,
    Report,
    Row,
    Section,
    SideBySide,
    Statement,
    Status,
    Subsection,
    Table,
    Tone,
)
from tests.factories.report import bar_chart, small_report

HOSTILE = (
    "<script>alert(1)</script> & \u202eתמיד\u202c \u200f \U0001f600 \x00\x01\x0b\x1f\ufffe =1+1 ]]> 한글 中文"
)
HARMLESS = "<script>alert(1)</script> & \u202eתמיד\u202c \u200f \U0001f600 \n =1+1 ]]> 한글 中文"
LONG = "가나다라마 " * 1000


def whole_report(language: str = "en") -> Report:
    """Return a report with one block of every kind, in one chapter with parts and parts of parts."""
    kept = Status("kept", Tone.GOOD)
    project = Subsection("Hotline", (figures_table(), bar_chart(), said()), illustrative=True)
    return small_report(
        language,
        Paragraph(Wording("미세먼지 핫라인", "ko"), manner="lead"),
        Figures((Figure("38 µg/m³", "mean", "2018"), Figure("4", "meetings"))),
        Listing(("First", "Second")),
        Facts((("State", kept), ("Held by", Lines(("Seoul", "Beijing"))))),
        Subsection("Environment", (project,)),
    )


def figures_table() -> Table:
    return Table(
        "Means by year",
        (Column("City", share=2), Column("Year", align="end"), Column("Mean", align="end"), Column("State")),
        (
            Row(("Seoul", "2018", "1,234.50", Status("kept", Tone.GOOD)), illustrative=True),
            Row(("Beijing", "2019", "95.5 %", Lines(("late", "since May")))),
            Row(("Both", "", "—", ""), is_total=True),
        ),
        note="µg/m³ at 25 °C.",
    )


def said() -> SideBySide:
    return SideBySide(
        (
            Statement("Seoul", 0, "2018", Status("on track"), Status("confirmed"), (Paragraph("Built."),)),
            Statement("Beijing", 1, "2018", Status("late"), Status("confirmed"), (Paragraph("Not yet."),)),
        )
    )


def hostile_report(language: str = "ko") -> Report:
    """Return a report whose every text tries to break a file, with a table of a thousand rows."""
    columns = (Column(HOSTILE), Column(LONG), Column("Mean", align="end"))
    chart = bar_chart()
    return small_report(
        language,
        Paragraph(HOSTILE),
        Paragraph(LONG),
        Subsection(HOSTILE, (Subsection(LONG, (Listing((HOSTILE, "")),)),)),
        Table(HOSTILE, columns, tuple(Row((HOSTILE, f"-{row}", "=1+1")) for row in range(1000))),
        Facts(((HOSTILE, LONG),)),
        Chart(HOSTILE, HOSTILE, chart.spec, note=LONG),
    )


def report_with_annex() -> Report:
    """Return a report with a message in front, one chapter and one annex, each with one part."""
    parts = (Subsection("Part", (Paragraph("Said."),)),)
    return replace(
        small_report(),
        identifier="SBJC-3-2018-en-1",
        notes=("A translation is missing.",),
        sections=(
            Section("Message", parts, place="front"),
            Section("Chapter", parts),
            Section("Annex", parts, place="annex"),
        ),
    )
