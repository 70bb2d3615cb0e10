from dataclasses import replace
from pathlib import Path

import pytest
from django.core.cache import caches

from committee.printing.content import Paragraph, Report, Section
from committee.printing.pdf import own_files
from committee.printing.press import Watch, print_report
from committee.printing.printed_with import differences, printed_with
from tests.factories.printed import two_chapters


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
