import datetime

import pytest

from committee.printing.content import CityOnCover, Cover, Paragraph, Report, Section, Subsection
from committee.printing.contents import chapter_numbers, chapters_of, letters
from committee.printing.layout import report_html

PART = Subsection("Promised", (Paragraph("Much."),))


@pytest.fixture
def report() -> Report:
    places = ["front", "main", "main", "annex", "annex"]
    cover = Cover((CityOnCover("Seoul", 0),), "Committee", "Report", (), "2018 to 2020")
    sections = tuple(
        Section(f"Chapter {number}", (Paragraph("First."), PART, PART), place=place)
        for number, place in enumerate(places)
    )
    return Report("en", datetime.date(2020, 3, 19), cover, sections)


def test_messages_have_no_number_and_annexes_have_letters(report):
    assert chapter_numbers(report) == ["", "1", "2", "A", "B"]


def test_subsections_are_numbered_within_their_chapter(report):
    entries = chapters_of(report, {})

    assert [[below.number for below in entry.below] for entry in entries] == [
        ["", ""],
        ["1.1", "1.2"],
        ["2.1", "2.2"],
        ["A.1", "A.2"],
        ["B.1", "B.2"],
    ]


def test_headings_are_printed_with_the_numbers_of_the_contents(report):
    html = report_html(report, stylesheet="print.css")

    numbers = [part.split('"')[0] for part in html.split('data-number="')[1:]]

    assert numbers == ["", "1", "1.1", "1.2", "2", "2.1", "2.2", "A", "A.1", "A.2", "B", "B.1", "B.2"]


def test_after_z_comes_aa():
    assert [letters(place) for place in (0, 25, 26, 27, 52)] == ["A", "Z", "AA", "AB", "BA"]
