"""Parts laid out by other processes: each of these tests starts some, which costs a second."""

import os
import signal
import tempfile
from dataclasses import replace
from pathlib import Path

import pytest

from committee.printing.layout import chapter_html
from committee.printing.pdf import own_files
from committee.typesetting.jobs import Job
from committee.typesetting.workshop import NotLaidOut, lay_out_here, lay_out_together
from tests.factories.printed import two_chapters


class Enough(Exception):
    """What somebody who watches raises to end the work."""


def jobs() -> list[Job]:
    report = two_chapters()
    return [Job(f"c{number}", chapter_html(report, number), own_files()) for number in (1, 2)]


def ignore() -> None:
    pass


def children() -> list[int]:
    own = os.getpid()
    return [int(child) for child in Path(f"/proc/{own}/task/{own}/children").read_text().split()]


def test_other_processes_give_the_same_pages():
    together = dict(lay_out_together(jobs(), ignore, at_once=2))

    assert together == dict(lay_out_here(jobs(), ignore))


def test_a_part_that_cannot_be_laid_out_is_named_with_its_reason():
    good, bad = jobs()
    bad = replace(bad, files=replace(bad.files, fonts=(Path("/nowhere"), Path("/nowhere"))))

    with pytest.raises(NotLaidOut, match="No such file") as refused:
        list(lay_out_together([good, bad], ignore, at_once=1))

    assert refused.value.name == "c2"


def test_whoever_watches_ends_the_work_at_once():
    before = children()

    def enough() -> None:
        raise Enough

    with pytest.raises(Enough):
        list(lay_out_together(jobs(), enough, at_once=1))

    assert children() == before


def test_a_process_that_is_killed_is_missed():
    before = children()

    def kill() -> None:
        for child in set(children()) - set(before):
            os.kill(child, signal.SIGKILL)

    with pytest.raises(NotLaidOut, match="ended with -9"):
        list(lay_out_together(jobs()[:1], kill, at_once=1))


def test_the_copies_of_the_fonts_go_with_each_part(tmp_path, monkeypatch):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))

    list(lay_out_here(jobs()[:1], ignore))
    list(lay_out_together(jobs()[1:], ignore, at_once=1))

    assert list(tmp_path.iterdir()) == []


def test_a_process_writes_into_a_folder_that_goes_with_it():
    before, folders = children(), set[Path]()

    def note() -> None:
        for child in set(children()) - set(before):
            said = Path(f"/proc/{child}/environ").read_text().split("\0")
            folders.update(Path(line.removeprefix("TMPDIR=")) for line in said if line.startswith("TMPDIR="))

    list(lay_out_together(jobs()[:1], note, at_once=1))

    [folder] = folders
    assert (folder.parent, folder.exists()) == (Path(tempfile.gettempdir()), False)
