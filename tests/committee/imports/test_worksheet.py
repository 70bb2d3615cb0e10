"""The worksheet goes out with what is known and comes back as updates, all of them or none."""

import datetime
import io

import openpyxl
import pytest
from django.urls import reverse
from django.utils import translation

from committee.imports.actions import NotAsShown, RowsRefused, hand_in, preview, take_over
from committee.members.models import Role
from committee.models import ProgressUpdate
from committee.progress.actions import edit_update, submit_update
from tests.factories.city import beijing, seoul
from tests.factories.indicator import IndicatorFactory, IndicatorValueFactory
from tests.factories.member import member_with
from tests.factories.milestone import MilestoneFactory
from tests.factories.project import ProjectFactory
from tests.factories.subcommittee import SubcommitteeFactory
from tests.factories.update import UpdateFactory, confirmed_update

pytestmark = pytest.mark.django_db


@pytest.fixture
def project(db):
    beijing()
    return ProjectFactory(title_en="Hotline")


@pytest.fixture
def lead(project):
    return member_with(Role.CO_LEAD, seoul(), project.subcommittee)


@pytest.fixture
def downloaded(signed_in):
    """Give a function: the sheet as a member downloads it, in a language."""

    def download(member, language="en"):
        answer = signed_in(member).get(f"/{language}/imports/updates/template/")
        return openpyxl.load_workbook(io.BytesIO(answer.content))

    return download


def write(book, key, **cells):
    """Fill in cells of the line with the number `key`, by the English headings."""
    sheet = book.active
    columns = {cell.value.lower(): cell.column for cell in sheet[1]}
    line = next(row[0].row for row in sheet.iter_rows(min_row=2) if row[0].value == key)
    for heading, value in cells.items():
        sheet.cell(line, columns[heading.replace("_", " ")]).value = value


def content_of(book):
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def handed_in(by, book):
    return hand_in(by=by, kind="updates", name="보고.xlsx", content=content_of(book))


def outcomes(by, book):
    found = preview(by=by, handed_in=handed_in(by, book)).outcomes
    return [(str(each.verdict), each.title, [problem.text for problem in each.problems]) for each in found]


def taken_over(by, book):
    waiting = handed_in(by, book)
    return take_over(by=by, handed_in=waiting, fingerprint=preview(by=by, handed_in=waiting).fingerprint)


PERIOD = {"period_from": datetime.date(2018, 4, 1), "period_until": datetime.date(2018, 9, 30)}
REPORT = PERIOD | {"course": "on track", "narrative_in_korean": "매주 교환"}


def test_it_has_a_line_for_each_open_project_milestone_and_indicator(downloaded, lead, project):
    milestone = MilestoneFactory(project=project, title_en="Server", due_on=datetime.date(2018, 6, 1))
    MilestoneFactory(project=project, done_on=datetime.date(2018, 5, 1))
    indicator = IndicatorFactory(project=project, name_en="Exchanges", unit_en="a month")
    IndicatorValueFactory(indicator=indicator, value=4, on=datetime.date(2018, 4, 30))
    ProjectFactory(state="completed")
    ProjectFactory(subcommittee=SubcommitteeFactory(code="economy", name_en="Economy", position=1))

    lines = [row[:4] for row in downloaded(lead).active.iter_rows(min_row=2, values_only=True)]

    assert lines == [
        (f"project-{project.pk}", None, "Hotline", None),
        (f"milestone-{milestone.pk}", None, "Server", "due on June 1, 2018"),
        (f"indicator-{indicator.pk}", None, "Exchanges (a month)", "4 (April 30, 2018)"),
    ]


def test_what_was_reported_last_stands_beside(downloaded, lead, project):
    confirmed_update(project=project, narrative_en="Weeks 14 to 39.")

    line = next(downloaded(lead).active.iter_rows(min_row=2, values_only=True))

    assert line[3] == "Sept. 30, 2018: Weeks 14 to 39."


def test_a_project_that_the_other_city_prepares_is_not_in_it(downloaded, lead, project):
    ProjectFactory(draft_of=beijing(), title_en="Secret")

    assert [row[2].value for row in downloaded(lead).active.iter_rows(min_row=2)] == ["Hotline"]


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_untouched_it_changes_nothing_in_any_language(language, downloaded, lead, project):
    UpdateFactory(project=project, narrative_ko="가")
    MilestoneFactory(project=project)
    ProjectFactory()
    book = downloaded(lead, language)

    with translation.override(language):
        shown = preview(by=lead, handed_in=handed_in(lead, book))

    assert ([str(each.verdict) for each in shown.outcomes], shown.unread) == (["unchanged"], [])


def test_it_comes_back_as_a_draft(downloaded, lead, project):
    milestone, indicator = MilestoneFactory(project=project), IndicatorFactory(project=project)
    book = downloaded(lead)
    write(book, f"project-{project.pk}", **REPORT)
    write(book, f"milestone-{milestone.pk}", done_or_measured_on=datetime.date(2018, 9, 1))
    write(book, f"indicator-{indicator.pk}", value=24.5, done_or_measured_on=datetime.date(2018, 9, 30))

    taken_over(lead, book)

    update = ProgressUpdate.objects.get()
    assert (update.author, update.state, update.narrative_ko) == (lead, "draft", "매주 교환")
    assert [str(row.done_on) for row in update.reported_milestones.all()] == ["2018-09-01"]
    assert [str(row.value) for row in update.reported_values.all()] == ["24.500"]


def test_it_is_submitted_where_it_says_so(downloaded, lead, project):
    book = downloaded(lead)
    write(book, f"project-{project.pk}", **REPORT, submit_to_the_other_city="yes")

    taken_over(lead, book)

    assert ProgressUpdate.objects.get().state == "submitted"


def test_a_draft_goes_out_and_comes_back_changed(downloaded, lead, project):
    draft = UpdateFactory(project=project)
    book = downloaded(lead)
    write(book, f"project-{project.pk}", narrative_in_korean="격주")

    taken_over(lead, book)

    draft.refresh_from_db()
    assert (draft.narrative_ko, draft.version) == ("격주", 2)


def test_a_draft_that_a_colleague_changed_meanwhile_is_not_overwritten(downloaded, lead, project):
    draft = UpdateFactory(project=project)
    book = downloaded(lead)
    edit_update(by=draft.author, update=draft, narrative_en="Every day.")
    write(book, f"project-{project.pk}", narrative_in_english="Every month.")

    assert outcomes(lead, book) == [
        (
            "refused",
            "Hotline",
            ["Somebody changed the same fields while you were writing. Nothing was saved yet."],
        )
    ]


def test_a_draft_that_was_submitted_meanwhile_is_not_made_twice(downloaded, lead, project):
    draft = UpdateFactory(project=project)
    book = downloaded(lead)
    submit_update(by=draft.author, update=draft)

    assert (
        outcomes(lead, book)
        == [
            (
                "refused",
                "Hotline",
                ["The drafts of your city are others by now. Download the worksheet again."],
            )
        ]
        or outcomes(lead, book) == []
    )


def test_what_is_wrong_is_said_line_by_line_and_keeps_all_out(downloaded, lead, project):
    forum, camp = ProjectFactory(title_en="Forum"), ProjectFactory(title_en="Camp")
    indicator = IndicatorFactory(project=camp)
    book = downloaded(lead)
    write(book, f"project-{project.pk}", **REPORT)
    write(book, f"project-{forum.pk}", **REPORT | {"course": "splendid"})
    write(book, f"project-{camp.pk}", **REPORT | {"period_until": None})
    write(book, f"indicator-{indicator.pk}", value="many")

    found = outcomes(lead, book)

    assert [(verdict, title, problems) for verdict, title, problems in found] == [
        ("made", "Hotline", []),
        ("refused", "Forum", ["“splendid” is not known, or several are called so."]),
        ("refused", "Camp", ["This field is required."]),
        ("refused", "Camp", ["Enter a number."]),
    ]
    with pytest.raises(RowsRefused):
        taken_over(lead, book)
    assert ProgressUpdate.objects.count() == 0


def test_a_line_that_is_not_of_the_worksheet_is_refused(downloaded, lead, project):
    book = downloaded(lead)
    book.active.append(["project-999999", None, "Invented"])
    book.active.append([f"project-{project.pk}", None, "Twice"])

    assert [problems for _verdict, _title, problems in outcomes(lead, book)] == [
        ["No open project, milestone or indicator has this number."],
        ["Row 2 is about the same."],
    ]


def test_what_changed_after_the_preview_is_shown_first(downloaded, lead, project):
    draft = UpdateFactory(project=project)
    book = downloaded(lead)
    write(book, f"project-{project.pk}", narrative_in_korean="격주")
    waiting = handed_in(lead, book)
    seen = preview(by=lead, handed_in=waiting).fingerprint
    edit_update(by=draft.author, update=draft, next_steps_en="A server.")

    with pytest.raises(NotAsShown):
        take_over(by=lead, handed_in=waiting, fingerprint=seen)


def test_a_preview_saves_and_tells_nothing(downloaded, lead, project):
    book = downloaded(lead)
    write(book, f"project-{project.pk}", **REPORT, submit_to_the_other_city="yes")

    outcomes(lead, book)

    assert ProgressUpdate.objects.count() == 0


def test_the_pages_lead_there_and_back(signed_in, downloaded, lead, project):
    client = signed_in(lead)
    book = downloaded(lead)
    write(book, f"project-{project.pk}", **REPORT)
    file = io.BytesIO(content_of(book))
    file.name = "보고.xlsx"

    listed = client.get(reverse("update_list")).content.decode()
    asked = client.get(reverse("import_new", args=["updates"]))
    shown = client.post(reverse("import_new", args=["updates"]), {"file": file}, follow=True)
    preview_id = shown.context["handed_in"].pk
    done = client.post(
        reverse("import_take_over", args=[preview_id]), {"fingerprint": shown.context["preview"].fingerprint}
    )

    assert reverse("import_new", args=["updates"]) in listed
    assert (asked.status_code, done.status_code, done["Location"]) == (200, 302, reverse("update_list"))
    assert ProgressUpdate.objects.count() == 1


@pytest.mark.parametrize("rows", [1, 3])
def test_it_takes_the_same_queries_for_any_number_of_projects(
    rows, signed_in, lead, project, django_assert_num_queries
):
    for _number in range(rows):
        each = confirmed_update(project=ProjectFactory()).project
        UpdateFactory(project=each)
        MilestoneFactory(project=each)
        IndicatorValueFactory(indicator=IndicatorFactory(project=each))
    client = signed_in(lead)
    client.get(reverse("import_template", args=["updates"]))

    with django_assert_num_queries(14):
        client.get(reverse("import_template", args=["updates"]))
