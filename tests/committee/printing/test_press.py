from dataclasses import replace
from pathlib import Path

import pytest
from django.core.cache import caches

from committee.printing.content import Column, Paragraph, Report, Row, Section, Table
from committee.printing.pdf import own_files
from committee.printing.press import Watch, print_report
from committee.printing.printed_with import differences, printed_with
from tests.factories.printed import two_chapters
from tests.factories.report import bar_chart

COVER_AND_CONTENTS = 2


@pytest.fixture(autouse=True)
def nothing_kept() -> None:
    caches["chapters"].clear()


class Diary(Watch):
    def __init__(self) -> None:
        self.lines: list[str] = []

    def begins(self, part: str) -> None:
        self.lines.append(f"begins {part}")

    def ends(self, part: str) -> None:
        self.lines.append(f"ends {part}")


def kept(settings) -> int:
    return len(list(Path(settings.CACHES["chapters"]["LOCATION"]).glob("*.djcache")))


def plain(*texts: str) -> Report:
    return replace(two_chapters(), sections=tuple(Section("Chapter", (Paragraph(text),)) for text in texts))


def test_a_change_in_one_chapter_prints_that_chapter_only(settings):
    print_report(plain("The air became cleaner.", "It rang."))
    before = kept(settings)

    print_report(plain("The air became cleaner.", "It rang twice."))

    assert kept(settings) - before == 1


def test_the_same_report_is_printed_from_what_was_kept(settings):
    first = print_report(plain("The air became cleaner."))
    before = kept(settings)

    again = print_report(plain("The air became cleaner."))

    assert (kept(settings) - before, again.sha256) == (0, first.sha256)


def summary_of(rows: int) -> Report:
    subcommittees = tuple(Row((f"Subcommittee {number}", "4")) for number in range(rows))
    table = Table("Commitments", (Column("Subcommittee"), Column("Kept")), subcommittees)
    return replace(two_chapters(), sections=(Section("Summary", (table,), on_one_page=True),))


@pytest.mark.parametrize(("rows", "pages"), [(20, 1), (36, 1), (45, 1), (120, 4)])
def test_what_is_to_stand_on_one_page_is_set_closer_as_long_as_it_can(rows, pages):
    report = summary_of(rows)

    assert print_report(report).pages == COVER_AND_CONTENTS + pages


def test_a_wide_chart_is_made_smaller_where_what_is_below_it_finds_no_room():
    wide = replace(bar_chart(), spec={**bar_chart().spec, "width": 600, "height": 260})
    [summary] = summary_of(33).sections

    report = replace(summary_of(33), sections=(replace(summary, blocks=(wide, *summary.blocks)),))

    assert print_report(report).pages == COVER_AND_CONTENTS + 1


def test_what_cannot_stand_on_one_page_is_set_as_usual():
    usual = replace(summary_of(120), sections=(replace(summary_of(120).sections[0], on_one_page=False),))

    assert print_report(summary_of(120)).sha256 == print_report(usual).sha256


def test_what_may_take_two_pages_is_not_set_closer():
    usual = replace(summary_of(36), sections=(replace(summary_of(36).sections[0], on_one_page=False),))

    assert print_report(usual).pages == COVER_AND_CONTENTS + 2


def test_a_print_anew_takes_nothing_that_was_kept(settings):
    print_report(plain("The air became cleaner."))
    folder = Path(settings.CACHES["chapters"]["LOCATION"])
    before = {file: file.stat().st_mtime_ns for file in folder.glob("*.djcache")}

    print_report(plain("The air became cleaner."), anew=True)

    assert [file for file, written in before.items() if file.stat().st_mtime_ns == written] == []


def test_short_annexes_stand_behind_each_other_on_a_page():
    short = [Section(f"Annex {letter}", (Paragraph("Said."),), place="annex") for letter in "ABC"]
    long = replace(short[2], blocks=(Paragraph("Said. " * 400),))
    diary = Diary()

    print_report(replace(two_chapters(), sections=(*short[:2], long)), watch=diary)

    assert diary.lines[2:6] == [
        "begins Annex A · Annex B",
        "ends Annex A · Annex B",
        "begins Annex C",
        "ends Annex C",
    ]


def test_each_part_is_told_with_its_heading():
    diary = Diary()

    print_report(plain("The air became cleaner."), watch=diary)

    assert diary.lines == [
        "begins Report to General meeting no. 3",
        "ends Report to General meeting no. 3",
        "begins Chapter",
        "ends Chapter",
        "begins Contents",
        "ends Contents",
    ]


def test_what_a_print_of_today_has_otherwise_is_said_in_words():
    then = {"printing": "1", "Pango": "1.50.12", "print.css": "aa", "templates": "bb", "WeasyPrint": "70.0"}
    now = {"printing": "2", "Pango": "1.56.0", "print.css": "cc", "templates": "bb", "WeasyPrint": "70.0"}

    assert differences(then, now) == [
        "The program prints otherwise than it did (1, now 2).",
        "Pango was 1.50.12 and is 1.56.0 now.",
        "The file of the program has changed: print.css.",
    ]


def test_a_print_names_the_templates_that_its_process_read_not_newer_ones(settings, tmp_path):
    began_with = printed_with()
    stylesheet = tmp_path / "static" / "printing" / "print.css"
    stylesheet.parent.mkdir(parents=True)
    stylesheet.write_bytes(own_files().stylesheet.read_bytes())
    settings.PROJECT_FOLDER = tmp_path

    assert printed_with() == began_with
