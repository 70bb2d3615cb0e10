"""Every list as a file: the same records as on its page, for the same readers, safe to open."""

import csv
import datetime
import io
from urllib.parse import unquote

import openpyxl
import pytest
from django.urls import get_resolver, reverse
from django.utils import translation

from committee.members.models import Role
from committee.models import Project
from tests.factories.agreement import AgreementFactory
from tests.factories.member import member_with
from tests.factories.notice import told
from tests.factories.project import LeadOrganisationFactory, ProjectFactory
from tests.factories.update import UpdateFactory

WITH_FILES_OF_THEIR_OWN = {"episode_list"}
NAMED = {str(name) for name in get_resolver().reverse_dict if str(name).endswith("_list")}
LISTS = [*sorted(NAMED - WITH_FILES_OF_THEIR_OWN), "library", "project_timeline", "quarantine"]

pytestmark = pytest.mark.django_db


def csv_rows(answer):
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))


def xlsx_rows(answer):
    sheet = openpyxl.load_workbook(io.BytesIO(answer.content)).active
    return [list(row) for row in sheet.iter_rows(values_only=True)]


@pytest.fixture
def keeper(db):
    """A member who may open every list."""
    return member_with(Role.LIAISON)


@pytest.mark.parametrize("name", LISTS)
def test_every_list_can_be_taken_away_as_a_file(name, keeper, signed_in):
    client = signed_in(keeper)

    page = client.get(reverse(name))
    files = [client.get(reverse(name), {"format": kind}) for kind in page.context["formats"]]

    assert [file["Content-Disposition"].partition(";")[0] for file in files] == ["attachment"] * 2
    assert xlsx_rows(files[0])[0][0] == "Id"
    assert xlsx_rows(files[0])[0] == csv_rows(files[1])[0]


def test_the_lists_of_all_rooms_are_among_those_tested():
    assert {"meeting_list", "member_list", "notice_list", "station_list", "machine_account_list"} < set(LISTS)


def test_a_file_holds_all_that_the_filter_leaves_in_the_order_of_the_page(keeper, signed_in):
    planned = [ProjectFactory(state=Project.State.PLANNED).pk for _ in range(51)]
    ProjectFactory()

    answer = signed_in(keeper).get(reverse("project_list"), {"state": "planned", "page": 2, "format": "csv"})

    assert [row[0] for row in csv_rows(answer)[1:]] == [str(pk) for pk in planned]


def test_days_are_days_and_texts_stand_in_every_language(keeper, signed_in):
    leading = LeadOrganisationFactory(
        project__title_ko="대기질 공동연구", project__title_zh_hans="大气联合研究"
    )
    project = leading.project

    answer = signed_in(keeper).get(reverse("project_list"), {"format": "xlsx"})

    assert xlsx_rows(answer) == [
        [
            "Id",
            "Title in Korean",
            "Title in Chinese",
            "Title in English",
            "Subcommittee",
            "Kind of project",
            "Lead organisations",
            "Starts on",
            "Ends on",
            "State",
            "Draft inside",
            "Whose turn it is",
            "Late milestones",
            "Illustrative",
        ],
        [
            project.pk,
            "대기질 공동연구",
            "大气联合研究",
            project.title_en,
            project.subcommittee.name_en,
            "General",
            "Seoul: Institute of Health and Environment",
            datetime.datetime(2018, 4, 1),
            None,
            "under way",
            None,
            "Waiting for the co-leads of both cities to report: nothing for more than 180 days.",
            0,
            "no",
        ],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "＝1+1"])
def test_what_somebody_wrote_is_never_computed(text, keeper, signed_in):
    ProjectFactory(title_en=text)
    client = signed_in(keeper)

    written = csv_rows(client.get(reverse("project_list"), {"format": "csv"}))[1][3]
    answer = client.get(reverse("project_list"), {"format": "xlsx"})
    cell = openpyxl.load_workbook(io.BytesIO(answer.content)).active["D2"]

    assert (written, cell.value, cell.data_type) == (f"'{text}", text, "s")


@pytest.mark.parametrize(("language", "name"), [("ko", "사업"), ("zh-hans", "项目"), ("en", "projects")])
def test_a_file_is_named_in_the_language_of_the_reader(language, name, keeper, signed_in):
    with translation.override(language):
        address = reverse("project_list")

    answer = signed_in(keeper).get(address, {"format": "xlsx"})

    assert unquote(answer["Content-Disposition"]) == (
        f"attachment; filename=\"project-{keeper.today}.xlsx\"; filename*=UTF-8''{name} {keeper.today}.xlsx"
    )


def test_a_file_holds_no_draft_of_the_other_city(signed_in):
    draft = UpdateFactory()
    reader = member_with(Role.SECRETARIAT, draft.answering_city)

    answer = signed_in(reader).get(reverse("update_list"), {"format": "csv"})

    assert len(csv_rows(answer)) == 1


def test_a_file_holds_nobody_elses_notices(keeper, signed_in):
    told(member_with(Role.OBSERVER))

    answer = signed_in(keeper).get(reverse("notice_list"), {"format": "csv"})

    assert len(csv_rows(answer)) == 1


def test_moments_are_told_in_the_time_of_the_reader(keeper, signed_in):
    notice = told(keeper)

    row = csv_rows(signed_in(keeper).get(reverse("notice_list"), {"format": "csv"}))[1]

    assert row[3] == notice.created_at.astimezone(keeper.city.zone).isoformat(timespec="minutes")


@pytest.mark.parametrize("asked", [{"format": "pdf"}, {"format": "csv", "state": "nonsense"}])
def test_what_cannot_be_answered_gives_no_file(asked, keeper, signed_in):
    answer = signed_in(keeper).get(reverse("project_list"), asked)

    assert (answer.status_code, answer.get("Content-Disposition")) == (422, None)


@pytest.mark.parametrize("rows", [1, 3])
@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_a_file_runs_a_constant_number_of_queries(rows, kind, keeper, signed_in, django_assert_num_queries):
    for _ in range(rows):
        LeadOrganisationFactory()
    client = signed_in(keeper)
    client.get(reverse("project_list"))

    with django_assert_num_queries(6):
        client.get(reverse("project_list"), {"format": kind})


@pytest.mark.parametrize("rows", [1, 3])
def test_earlier_agreements_come_with_those_that_follow_them(
    rows, keeper, signed_in, django_assert_num_queries
):
    for _ in range(rows):
        AgreementFactory(earlier=AgreementFactory(), relation="amends")
    client = signed_in(keeper)
    client.get(reverse("agreement_list"))

    with django_assert_num_queries(4):
        client.get(reverse("agreement_list"), {"format": "csv"})
