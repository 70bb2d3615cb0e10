"""What stands in a delegation book, and what of the other city does not."""

import datetime

import pytest
from django.utils import translation

from committee.delegation_books.build import gather
from committee.delegation_books.chapters import CHAPTERS
from committee.members.models import Role
from committee.models import Attachment, Delegation, Document
from committee.printing.content import Listing, Paragraph, Subsection, Table
from committee.printing.snapshot import from_json, to_json, walk
from tests.factories.agenda_item import AgendaItemFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.delegation import DelegateFactory, DelegationFactory, announced, led_by
from tests.factories.document import DocumentFactory, document_of
from tests.factories.member import member_with
from tests.factories.position import PositionFactory, released
from tests.factories.programme_entry import ProgrammeEntryFactory

DAY = datetime.date(2018, 3, 1)


@pytest.fixture
def delegation(db) -> Delegation:
    """Seoul's draft for a meeting in Seoul."""
    beijing()
    delegation = DelegationFactory(meeting__host=seoul())
    led_by(delegation, "Hong Gildong")
    return delegation


def texts(delegation: Delegation) -> list[str]:
    report = gather(delegation, "en", DAY)
    return [str(part) for part in walk(report) if isinstance(part, str)]


def chapter(code: str, delegation: Delegation):
    [found] = [each for each in CHAPTERS if each.code == code]
    return found.section(delegation, DAY)


def of_kind(section, kind):
    return [part for part in walk(section) if isinstance(part, kind)]


def test_the_chapters_stand_in_their_order(delegation):
    report = gather(delegation, "en", DAY)

    assert [section.heading for section in report.sections] == [
        "Programme",
        "Agenda",
        "Open commitments",
        "Delegations",
        "Contacts of the secretariats",
    ]


def test_the_content_is_stored_and_read_back_as_it_was(delegation):
    report = gather(delegation, "en", DAY)

    assert from_json(to_json(report)) == report


def test_the_programme_stands_in_both_zones(delegation):
    ProgrammeEntryFactory(meeting=delegation.meeting, title_en="Opening")

    [table] = of_kind(chapter("programme", delegation), Table)

    assert table.rows[0].cells[0].lines == ("10:00–11:00 KST", "09:00–10:00 CST")
    assert table.rows[0].cells[1].lines == ("Opening", "Session")


def test_the_own_position_and_what_was_released_stand_side_by_side(delegation):
    commitment = CommitmentFactory()
    PositionFactory(commitment=commitment, text_en="Ours.")
    released(beijing(), commitment=commitment, text_en="Theirs.")

    positions = tuple(of_kind(chapter("commitments", delegation), Subsection)[-2:])
    assert [each.heading for each in positions] == ["Position of Seoul", "Position of Beijing"]
    assert [str(text.text) for text in of_kind(positions, Paragraph)] == ["Ours.", "Theirs."]


def test_nothing_that_the_other_city_keeps_to_itself_is_in_the_book(delegation):
    item = AgendaItemFactory(meeting=delegation.meeting)
    PositionFactory(city=beijing(), commitment=None, agenda_item=item, text_en="Hidden position.")
    led_by(DelegationFactory(city=beijing(), meeting=delegation.meeting), "Hidden Delegate")
    papers = [
        document_of(beijing(), title_en="Hidden paper"),
        DocumentFactory(
            readers=Document.Readers.SUBCOMMITTEE,
            title_en="Hidden paper of a subcommittee",
            subcommittee=CommitmentFactory().subcommittee,
        ),
        document_of(seoul(), title_en="Our own paper"),
        DocumentFactory(title_en="Common paper"),
    ]
    for paper in papers:
        Attachment.objects.create(document=paper, record=item)

    said = texts(delegation)

    assert [text for text in said if "Hidden" in text] == []
    assert [text for text in said if text.endswith(" paper")] == ["Our own paper", "Common paper"]


def test_people_of_both_delegations_stand_in_the_order_of_protocol(delegation):
    DelegateFactory(delegation=delegation, name_en="Seong Chunhyang")
    announced(beijing(), meeting=delegation.meeting)

    tables = of_kind(chapter("people", delegation), Table)

    assert [[row.cells[:2] for row in table.rows] for table in tables] == [
        [("1", "Hong Gildong"), ("2", "Seong Chunhyang")],
        [("1", "Head of Beijing")],
    ]


@pytest.mark.parametrize(
    ("language", "headings"),
    [
        ("ko", ["번호", "소속 기관", "이름", "직함"]),
        ("zh-hans", ["编号", "单位", "职务", "姓名"]),
        ("en", ["No.", "Name", "Job title", "Organisation"]),
    ],
)
def test_people_are_introduced_as_the_language_orders_it(delegation, language, headings):
    with translation.override(language):
        [table] = of_kind(chapter("people", delegation), Table)

    assert [column.heading for column in table.columns] == headings


def test_the_secretariats_of_today_are_whom_to_ask(delegation, secretary):
    theirs = member_with(Role.SECRETARIAT, beijing())
    member_with(Role.CO_LEAD)

    tables = of_kind(chapter("contacts", delegation), Table)

    names = [[str(row.cells[0]) for row in table.rows] for table in tables]
    assert names == [[secretary.name_en], [theirs.name_en]]


def test_a_settled_commitment_is_not_in_the_book(delegation):
    CommitmentFactory(title_en="Kept", state="kept", settled_on=DAY)
    CommitmentFactory(title_en="Open")

    said = texts(delegation)

    assert ("Kept" in said, "Open" in said) == (False, True)


def test_a_chapter_without_content_says_so(delegation):
    assert "Nothing is recorded yet." in texts(delegation)
    assert of_kind(chapter("agenda", delegation), Listing) == []
