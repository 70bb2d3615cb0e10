"""What is printed to look at how the parts of a report come together."""

import io
from dataclasses import replace
from typing import Any

from PIL import Image

from committee.languages.wording import Wording
from committee.printing.content import Paragraph, Picture, Report, Section, Subsection
from committee.printing.photographs import keep_picture
from committee.typesetting.attachments import Attachment
from tests.factories.report import bar_chart, every_kind_of_block, small_report

WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
FIGURES = Attachment("figures.xlsx", b"PK", WORKBOOK, "The figures behind tables and charts")


def picture_file(size: tuple[int, int] = (300, 200), kind: str = "JPEG", **options: Any) -> io.BytesIO:
    """Return a picture whose left half is red, as a file."""
    picture = Image.new("RGB", size, "white")
    picture.paste("red", (0, 0, size[0] // 2, size[1]))
    file = io.BytesIO()
    picture.save(file, kind, **options)
    file.seek(0)
    return file


def photograph() -> Picture:
    return Picture(keep_picture(picture_file()), "Two people at a telephone.", "The hotline opens")


def two_chapters() -> Report:
    """Return a report of a page each for cover, contents and two chapters."""
    report = small_report("en", *every_kind_of_block())
    second = Section(
        Wording("핫라인", "ko"),
        (Subsection(Wording("热线", "zh-Hans"), (bar_chart(), Paragraph("It rang twice."), photograph())),),
    )
    return replace(report, sections=(*report.sections, second))
