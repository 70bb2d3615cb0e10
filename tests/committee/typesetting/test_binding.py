import datetime
import os
import re
import subprocess
import sys
from dataclasses import replace

import pikepdf
import pytest
from pikepdf import Name

from committee.printing.press import print_report
from committee.typesetting.attachments import Attachment
from tests.committee.printing import pdf_text
from tests.committee.typesetting.verapdf import broken_rules
from tests.factories.printed import FIGURES, two_chapters
from tests.factories.report import small_report


@pytest.fixture(scope="module")
def bound():
    with pdf_text.open_pdf(print_report(two_chapters(), attachments=[FIGURES]).file) as pdf:
        yield pdf


@pytest.mark.services
def test_the_file_is_accessible_and_archival_at_once(tmp_path):
    file = print_report(two_chapters(), attachments=[FIGURES], identifier="SBJC-3-2018-en-1").file

    assert broken_rules(file, tmp_path) == ["ua1 passes", "3a passes"]


def test_another_process_in_another_time_zone_prints_the_same_bytes(tmp_path):
    surroundings = {"PYTHONHASHSEED": "7", "TZ": "Asia/Seoul", "LANG": "ko_KR.UTF-8", "TMPDIR": str(tmp_path)}

    said = subprocess.run(
        [sys.executable, "-m", "tests.committee.typesetting.print_again"],
        env={**os.environ, **surroundings},
        capture_output=True,
        text=True,
        check=True,
    )

    assert said.stdout.split() == [print_report(two_chapters(), attachments=[FIGURES]).sha256]


def test_the_contents_say_the_page_of_chapters_charts_and_tables(tmp_path):
    lines = pdf_text.words(print_report(two_chapters()).file, tmp_path, "-layout").splitlines()

    found = [line.split()[-1] for line in lines if " . . " in line]
    assert found == ["3", "3", "4", "4", "3", "4", "3"]


def test_links_of_the_contents_lead_to_places_in_other_parts(bound):
    links = [link for page in bound.pages for link in page.obj.get(Name.Annots, [])]
    places = bound.Root.Names.Dests.Names
    pages = {str(places[at]): places[at + 1][0].objgen for at in range(0, len(places), 2)}

    led_to = [pages[str(link.Dest)] for link in links]

    third, fourth = bound.pages[2].obj.objgen, bound.pages[3].obj.objgen
    assert led_to == [third, third, fourth, fourth, third, fourth, third]


def test_charts_and_tables_are_counted_on_from_chapter_to_chapter(tmp_path):
    found = pdf_text.words(print_report(two_chapters()).file, tmp_path)

    assert [name for name in ("Chart 1.", "Chart 2.", "Chart 3.", "Table 1.") if name in found] == [
        "Chart 1.",
        "Chart 2.",
        "Table 1.",
    ]


def test_every_page_but_the_cover_carries_its_number(tmp_path):
    pages = pdf_text.words(print_report(two_chapters()).file, tmp_path).split("\f")

    assert [re.findall(r"^\d+/\d+$", page, flags=re.MULTILINE) for page in pages[:4]] == [
        [],
        ["2/4"],
        ["3/4"],
        ["4/4"],
    ]


def test_chapters_hang_in_one_structure_whose_pages_are_all_mapped(bound):
    tree = bound.Root.StructTreeRoot
    keys = [int(each.Nums[at]) for each in tree.ParentTree.Kids for at in range(0, len(each.Nums), 2)]
    pages = [int(page.obj.StructParents) for page in bound.pages]
    links = [int(link.StructParent) for page in bound.pages for link in page.obj.get(Name.Annots, [])]

    assert [str(part.S) for part in tree.K[0].K] == ["/Part"] * 4
    assert keys == list(range(int(tree.ParentTreeNextKey)))
    assert sorted(pages + links) == keys


def test_heads_of_tables_are_found_by_identifiers_that_occur_once(bound):
    elements = pdf_text.structure(bound)
    identifiers = [str(each.ID) for each in elements if Name.ID in each]
    named = [str(each) for piece in bound.Root.StructTreeRoot.IDTree.Kids for each in piece.Names[::2]]

    heads = {str(head) for each in elements for head in each.get(Name.A, {}).get(Name.Headers, [])}

    assert sorted(identifiers) == named
    assert heads <= set(identifiers)
    assert len(heads) > 0


def test_running_heads_and_page_numbers_are_passed_over_by_screen_readers(bound):
    artifacts = [
        operands[1]
        for operands, operator in pikepdf.parse_content_stream(bound.pages[3])
        if str(operator) == "BDC" and operands[0] == Name.Artifact
    ]

    assert [str(artifact.Type) for artifact in artifacts] == ["/Pagination"] * 3


def test_an_attachment_is_embedded_as_data_of_the_whole_document(bound):
    [specification] = bound.Root.AF

    assert (str(specification.UF), str(specification.AFRelationship)) == ("figures.xlsx", "/Data")
    assert specification.EF.F.read_bytes() == b"PK"
    assert str(specification.EF.F.Params.ModDate) == "D:20180319000000Z"


def test_the_identifier_of_an_edition_stands_in_the_file_s_description():
    file = print_report(small_report(), identifier="SBJC-3-2018-en-1").file

    with pdf_text.open_pdf(file) as pdf:
        assert "<dc:identifier>SBJC-3-2018-en-1</dc:identifier>" in pdf.Root.Metadata.read_bytes().decode()


@pytest.mark.parametrize("name", ["수치.xlsx", "../figures.xlsx", "a\nb"])
def test_a_name_that_not_every_reader_can_save_under_is_refused(name):
    with pytest.raises(ValueError, match="file name"):
        Attachment(name, b"", "text/plain")


def test_a_book_is_dated_by_the_day_it_was_made_for():
    report = replace(small_report(), made_on=datetime.date(2024, 2, 29))

    with pdf_text.open_pdf(print_report(report).file) as pdf:
        assert str(pdf.docinfo[Name.CreationDate]) == "D:20240229000000Z"
