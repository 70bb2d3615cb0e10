import datetime
from decimal import Decimal

import pytest
from django.core.exceptions import PermissionDenied, ValidationError
from django.db import IntegrityError, transaction
from django.urls import reverse

from committee.budgets.actions import add_budget_line, delete_budget_line, edit_budget_line
from committee.budgets.amounts import amount
from committee.budgets.report_section import budgets
from committee.budgets.totals import Total, totals, totals_of
from committee.members.models import Role
from committee.models import BudgetLine, HistoryEntry
from committee.printing.content import Scope, Table
from committee.printing.snapshot import walk
from tests.factories.budget_line import BudgetLineFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.member import member_with
from tests.factories.project import ProjectFactory
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db
START, END = datetime.date(2018, 3, 19), datetime.date(2020, 3, 19)


def test_a_line_is_of_the_city_of_who_enters_it():
    project = ProjectFactory()

    line = add_budget_line(
        by=member_with(Role.CO_LEAD, beijing()), project=project, year=2019, currency="CNY", spent=Decimal(7)
    )

    assert (line.city, HistoryEntry.objects.about(project).get().verb) == (beijing(), "created")


def test_nobody_changes_what_the_other_city_gives():
    line, other = BudgetLineFactory(), member_with(Role.SECRETARIAT, beijing())

    with pytest.raises(PermissionDenied):
        edit_budget_line(by=other, line=line, spent=Decimal(0))
    with pytest.raises(PermissionDenied):
        delete_budget_line(by=other, line=line)

    assert BudgetLine.objects.get().spent is None


def test_who_works_elsewhere_enters_nothing():
    elsewhere = member_with(Role.CO_LEAD, seoul(), SubcommitteeFactory(code="economy"))

    with pytest.raises(PermissionDenied):
        add_budget_line(by=elsewhere, project=ProjectFactory(), year=2019, currency="KRW", planned=Decimal(1))


@pytest.mark.parametrize(
    ("fields", "problem"),
    [
        ({"planned": None}, "Give the planned amount, the amount spent, or both."),
        ({"planned": Decimal("-0.01")}, "An amount is not negative."),
        ({"year": 1999}, "Write the year with four digits."),
        ({"currency": "EUR"}, "is violated."),
    ],
)
def test_the_database_refuses_what_is_no_budget_line(fields, problem):
    line = BudgetLineFactory.build(project=ProjectFactory(), city=seoul(), **fields)

    with pytest.raises(ValidationError) as refused:
        line.validate_constraints()
    with pytest.raises(IntegrityError), transaction.atomic():
        line.save()

    assert problem in str(refused.value)


def test_a_city_has_one_line_a_year_and_currency(secretary):
    line = BudgetLineFactory()
    add_budget_line(by=secretary, project=line.project, year=2018, currency="CNY", planned=Decimal(1))

    with pytest.raises(ValidationError, match="budget line of this year and currency already"):
        add_budget_line(by=secretary, project=line.project, year=2018, currency="KRW", planned=Decimal(1))


def test_totals_keep_the_currencies_apart():
    project = ProjectFactory()
    BudgetLineFactory(project=project, planned=Decimal("0.10"), spent=Decimal("0.20"))
    BudgetLineFactory(project=project, year=2019, planned=Decimal("0.20"))
    BudgetLineFactory(project=project, currency="CNY", planned=None, spent=Decimal(0))

    expected = [
        Total("CNY", None, Decimal(0)),
        Total("KRW", Decimal("0.30"), Decimal("0.20")),
    ]
    assert (totals(BudgetLine.objects.all()), totals_of(BudgetLine.objects.all())) == (expected, expected)


@pytest.mark.parametrize("rows", [1, 3])
def test_the_pages_take_the_same_queries_for_any_number_of_rows(
    rows, secretary, signed_in, django_assert_num_queries
):
    project = ProjectFactory()
    for year in range(rows):
        BudgetLineFactory(project=project, year=2018 + year)
    client = signed_in(secretary)
    client.get(reverse("budget_list"))

    with django_assert_num_queries(8):
        client.get(reverse("budget_list"))
    with django_assert_num_queries(5):
        client.get(reverse("project_budget", args=[project.pk]))
    with django_assert_num_queries(4):
        client.get("/api/v1/budgets/")


@pytest.mark.parametrize(
    ("filters", "years"),
    [({}, [2019, 2018]), ({"year": "2019"}, [2019]), ({"currency": "CNY"}, [2019]), ({"q": "基金"}, [2019])],
)
def test_the_list_and_its_totals_follow_the_filters(filters, years, secretary, signed_in):
    BudgetLineFactory()
    BudgetLineFactory(year=2019, currency="CNY", city=beijing(), source_zh_hans="市级基金")

    page = signed_in(secretary).get(reverse("budget_list"), filters)

    assert [line.year for line in page.context["rows"]] == years
    assert len(page.context["totals"]) == len(years)


def test_the_file_of_the_list_holds_the_amounts(secretary, signed_in):
    BudgetLineFactory(spent=Decimal("12.50"))

    file = signed_in(secretary).get(reverse("budget_list"), {"format": "csv"}).content.decode("utf-8-sig")

    assert "1000000" in file.splitlines()[1]
    assert "12.5" in file.splitlines()[1]


def test_htmx_gets_the_panel_of_the_project_alone(secretary, signed_in):
    line = BudgetLineFactory()
    address = reverse("project_budget", args=[line.project_id])

    panel = signed_in(secretary).get(address, headers={"HX-Request": "true"}).content.decode()

    assert ("<html" in panel, "1,000,000" in panel) == (False, True)


@pytest.fixture
def scope() -> Scope:
    return Scope(1, START, END, "en", (seoul().pk, beijing().pk))


def test_no_chapter_where_no_amount_was_entered(scope):
    assert budgets(scope) is None


def test_the_report_lists_the_years_it_covers_and_adds_up_by_currency(scope):
    project = ProjectFactory(title_en="Hotline")
    project.commitments.add(CommitmentFactory())
    for year in (2017, 2018, 2020, 2021):
        BudgetLineFactory(project=project, year=year)
    BudgetLineFactory(
        project=project, year=2019, currency="CNY", city=beijing(), planned=None, spent=Decimal(5)
    )

    [table] = [part for part in walk(budgets(scope)) if isinstance(part, Table)]

    assert [row.cells[0:6] for row in table.rows] == [
        ("Hotline", "Seoul", "2018", "KRW", "1,000,000", "—"),
        ("Hotline", "Beijing", "2019", "CNY", "—", "5"),
        ("Hotline", "Seoul", "2020", "KRW", "1,000,000", "—"),
        ("All in CNY", "", "", "CNY", "—", "5"),
        ("All in KRW", "", "", "KRW", "2,000,000", "—"),
    ]


def test_a_project_that_carries_nothing_out_is_not_printed(scope):
    BudgetLineFactory()

    assert budgets(scope) is None


@pytest.mark.parametrize(
    ("value", "shown"), [(None, "—"), ("0.00", "0"), ("1000000.00", "1,000,000"), ("248500.50", "248,500.50")]
)
def test_an_amount_is_whole_or_has_both_decimals(value, shown):
    assert amount(value and Decimal(value)) == shown


def test_money_for_a_project_inside_one_city_is_seen_there_alone(signed_in):
    BudgetLineFactory(project=ProjectFactory(draft_of=seoul()))

    found = []
    for city in (seoul(), beijing()):
        client = signed_in(member_with(Role.SECRETARIAT, city))
        page = client.get(reverse("budget_list"))
        api = client.get("/api/v1/budgets/").json()["count"]
        found.append((len(page.context["rows"]), len(page.context["totals"]), api))

    assert found == [(1, 1, 1), (0, 0, 0)]
