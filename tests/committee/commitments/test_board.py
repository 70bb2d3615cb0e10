import datetime

import pytest
from django.urls import reverse

from committee.commitments.board import CARDS_A_COLUMN
from committee.commitments.standings import Standing
from committee.members.models import Role
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory, kept_commitment
from tests.factories.meeting import MeetingFactory
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db
LONG_AGO = datetime.date(2019, 12, 31)


@pytest.fixture
def reader(signed_in):
    return signed_in(member_with(Role.OBSERVER))


def columns(page) -> dict[str, list[str]]:
    return {column.standing: [card.title_en for card in column.cards] for column in page.context["columns"]}


@pytest.mark.parametrize("rows", [1, 3])
def test_the_board_takes_the_same_queries_for_any_number_of_rows(reader, rows, django_assert_num_queries):
    for _ in range(rows):
        CommitmentFactory(promisor="one", city=seoul(), due_on=LONG_AGO)
        kept_commitment()
    reader.get(reverse("commitment_board"))

    with django_assert_num_queries(9):
        page = reader.get(reverse("commitment_board"))

    assert [column.total for column in page.context["columns"]] == [rows, 0, rows, 0, 0, 0]


def test_each_commitment_stands_in_one_column(reader):
    kept_commitment(title_en="Forum")
    CommitmentFactory(title_en="Hotline", due_on=LONG_AGO)
    CommitmentFactory(title_en="Start-ups")

    found = columns(reader.get(reverse("commitment_board")))

    assert found == {
        "kept": ["Forum"],
        "on_track": [],
        "late": ["Hotline"],
        "no_project": ["Start-ups"],
        "silent": [],
        "released": [],
    }


@pytest.mark.parametrize(
    ("filters", "found"),
    [
        ({"q": "hot"}, ["Hotline"]),
        ({"city": lambda: beijing().pk}, ["Start-ups", "Hotline"]),
        ({"subcommittee": lambda: SubcommitteeFactory(code="economy").pk}, ["Start-ups"]),
        ({"meeting": lambda: MeetingFactory().pk}, []),
        ({"subcommittee": "nobody"}, ["Start-ups", "Hotline", "Forum"]),
    ],
)
def test_the_board_is_narrowed_down(reader, filters, found):
    economy = SubcommitteeFactory(code="economy", name_en="Economy")
    CommitmentFactory(title_en="Start-ups", subcommittee=economy, due_on=LONG_AGO.replace(year=2018))
    CommitmentFactory(title_en="Hotline", due_on=LONG_AGO.replace(month=1))
    CommitmentFactory(title_en="Forum", due_on=LONG_AGO, promisor="one", city=seoul())
    chosen = {name: value() if callable(value) else value for name, value in filters.items()}

    page = reader.get(reverse("commitment_board"), chosen)

    assert columns(page)["late"] == found


def test_a_long_column_is_cut_and_leads_to_the_list(reader):
    CommitmentFactory.create_batch(CARDS_A_COLUMN + 1)

    page = reader.get(reverse("commitment_board"), {"q": "commitment"})

    column = page.context["columns"][list(Standing).index(Standing.NO_PROJECT)]
    assert (len(column.cards), column.total) == (CARDS_A_COLUMN, CARDS_A_COLUMN + 1)
    assert "/en/commitments/?q=commitment&amp;standing=no_project" in page.content.decode()


def test_htmx_gets_the_columns_alone(reader):
    part = reader.get(reverse("commitment_board"), headers={"HX-Request": "true"}).content.decode()

    assert ("<html" in part, 'class="board"' in part) == (False, True)
