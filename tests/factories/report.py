"""Reports made by hand: as small as a test allows, because every page costs time."""

import datetime

from committee.languages.wording import Wording
from committee.printing.checked import Claim, Day
from committee.printing.content import (
    Block,
    Chart,
    CityOnCover,
    Column,
    Cover,
    Paragraph,
    Report,
    Row,
    Section,
    Status,
    Subsection,
    Table,
    Tone,
)

HAN = "直骨海"  # drawn differently in Korea and in China


def small_report(language: str = "en", *blocks: Block, key: str = "", identifier: str = "") -> Report:
    """Return a report of one chapter that holds `blocks`, or one paragraph."""
    return Report(
        language=language,
        made_on=datetime.date(2018, 3, 19),
        cover=Cover(
            cities=(CityOnCover("Seoul", 0), CityOnCover("Beijing", 1)),
            committee="Seoul–Beijing Joint Committee",
            title="Report to General meeting no. 3",
            facts=(("Host city", "Seoul"),),
            period="Covers the time from Nov. 3, 2015 to March 19, 2018",
        ),
        sections=(Section("Air quality", blocks or (Paragraph("The air became cleaner."),), key=key),),
        identifier=identifier,
    )


def every_kind_of_block() -> tuple[Block, ...]:
    """Return one block of several kinds, with a text in another language, a date and a chart."""
    return (
        Paragraph(Wording("미세먼지 핫라인", "ko"), manner="lead"),
        Subsection(
            "Hotline",
            (
                Table(
                    "Commitments",
                    (Column("Commitment", share=3), Column("State")),
                    (
                        Row(
                            ("Fine dust hotline", Status("kept", Tone.GOOD)),
                            illustrative=True,
                            claims=(Claim("commitments:kept", 1),),
                            days=(Day(datetime.date(2018, 3, 19), may_be_earlier=True),),
                        ),
                    ),
                ),
                bar_chart(),
            ),
        ),
    )


def bar_chart(label: str = "Seoul") -> Chart:
    return Chart(
        caption="Mean PM2.5",
        alt="Seoul had 23 µg/m³.",
        spec={
            "width": 60,
            "height": 40,
            "data": {"values": [{"city": label, "mean": 23}]},
            "mark": "bar",
            "encoding": {
                "x": {"field": "city", "type": "nominal"},
                "y": {"field": "mean", "type": "quantitative"},
            },
        },
    )
