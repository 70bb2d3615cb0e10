"""Lists that come in: read whatever wrote them, shown row by row, taken over whole or not at all."""

import csv
import datetime
import io

import openpyxl
import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from django.utils import translation

from committee.agreements.actions import edit_agreement
from committee.imports.actions import NotAsShown, RowsRefused, drop_unused, hand_in, preview, take_over
from committee.imports.models import ImportedList
from committee.imports.outcomes import Verdict
from committee.imports.reading import NotReadable
from committee.members.models import Role
from committee.models import Agreement, HistoryEntry, Member, Project
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing
from tests.factories.commitment import CommitmentFactory
from tests.factories.imported_list import ImportedListFactory
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db


def workbook(*rows):
    book = openpyxl.Workbook()
    for row in rows:
        book.active.append(row)
    content = io.BytesIO()
    book.save(content)
    return content.getvalue()


def text(*rows, encoding="utf-8-sig", sign=","):
    content = io.StringIO()
    csv.writer(content, delimiter=sign).writerows(rows)
    return content.getvalue().encode(encoding)


def handed_in(by, content, kind="projects"):
    return hand_in(by=by, kind=kind, name="목록 名单.xlsx", content=content)


def shown(by, content, kind="projects"):
    return preview(by=by, handed_in=handed_in(by, content, kind)).outcomes


def brief(outcomes):
    """Verdict, and what was changed or stands against the row."""
    return [
        (
            str(outcome.verdict),
            {change.label: (change.before, change.after) for change in outcome.changes}
            or [(problem.label, problem.text) for problem in outcome.problems],
        )
        for outcome in outcomes
    ]


def taken_over(by, content, kind="projects"):
    waiting = handed_in(by, content, kind)
    return take_over(by=by, handed_in=waiting, fingerprint=preview(by=by, handed_in=waiting).fingerprint)


@pytest.fixture
def commitment(db):
    subcommittee = SubcommitteeFactory(name_en="Environment", name_ko="환경", name_zh_hans="环境")
    return CommitmentFactory(
        title_en="Hotline", title_ko="핫라인", title_zh_hans="热线", subcommittee=subcommittee
    )


PROJECT = ["title_en", "subcommittee", "commitments"]
FORUM = ["Air forum", "Environment", "Hotline"]


def test_each_row_is_made_changed_left_or_refused(secretary):
    same, other = AgreementFactory(), AgreementFactory()
    content = workbook(
        ["id", "Title in English", "Kind", "State"],
        [None, "Air memorandum", "agreed minutes", "draft"],
        [same.pk, same.title_en, "memorandum of understanding", "in force"],
        [other.pk, "Renamed", "mou", "in force"],
        [None, "Sea memorandum", "contract", "draft"],
    )

    outcomes = shown(secretary, content, "agreements")

    assert [outcome.verdict for outcome in outcomes] == ["made", "unchanged", "changed", "refused"]
    assert brief(outcomes)[2:] == [
        ("changed", {"title in English": (other.title_en, "Renamed")}),
        ("refused", [("Kind", "“contract” is not known, or several are called so.")]),
    ]


def test_a_preview_saves_nothing(secretary, commitment):
    shown(secretary, workbook(PROJECT, FORUM))

    assert (Project.objects.count(), HistoryEntry.objects.count()) == (0, 0)


def test_what_was_shown_is_taken_over_with_its_history(secretary, commitment):
    taken_over(secretary, workbook([*PROJECT, "starts_on"], [*FORUM, datetime.date(2018, 4, 1)]))

    project = Project.objects.get()
    entry = HistoryEntry.objects.of(project).get()
    assert (project.title_en, list(project.commitments.all())) == ("Air forum", [commitment])
    assert (project.starts_on, entry.by, entry.verb) == (datetime.date(2018, 4, 1), secretary, "created")


def test_one_refused_row_keeps_all_others_out(secretary, commitment):
    with pytest.raises(RowsRefused):
        taken_over(secretary, workbook(PROJECT, FORUM, ["Sea forum", None, "Hotline"]))

    assert Project.objects.count() == 0


def test_what_changed_after_the_preview_is_shown_first(secretary):
    agreement = AgreementFactory()
    waiting = handed_in(secretary, workbook(["id", "title_en"], [agreement.pk, "Renamed"]), "agreements")
    seen = preview(by=secretary, handed_in=waiting).fingerprint
    edit_agreement(by=secretary, agreement=agreement, title_en="Meanwhile")

    with pytest.raises(NotAsShown):
        take_over(by=secretary, handed_in=waiting, fingerprint=seen)

    assert Agreement.objects.get().title_en == "Meanwhile"


def test_of_two_who_import_the_same_the_second_sees_the_first(secretary, commitment):
    content = workbook(PROJECT, FORUM)
    second = member_with(Role.SECRETARIAT, beijing())
    waiting = handed_in(second, content)
    seen = preview(by=second, handed_in=waiting).fingerprint
    taken_over(secretary, content)

    with pytest.raises(NotAsShown):
        take_over(by=second, handed_in=waiting, fingerprint=seen)

    number = Project.objects.get().pk
    assert [outcome.warning for outcome in preview(by=second, handed_in=waiting).outcomes] == [
        f"It is called like number {number}. To change that one, give its number."
    ]


def test_a_list_is_taken_over_once_and_not_kept(secretary, commitment):
    waiting = handed_in(secretary, workbook(PROJECT, FORUM))
    seen = preview(by=secretary, handed_in=waiting).fingerprint
    take_over(by=secretary, handed_in=waiting, fingerprint=seen)

    with pytest.raises(NotAsShown):
        take_over(by=secretary, handed_in=waiting, fingerprint=seen)

    waiting.refresh_from_db()
    assert (Project.objects.count(), bytes(waiting.content)) == (1, b"")


def test_what_was_not_taken_over_in_time_is_dropped(secretary):
    old = ImportedListFactory(by=secretary)
    recent = handed_in(secretary, workbook(["title_en"], ["Memorandum"]), "agreements")

    assert drop_unused(old.handed_in_at + datetime.timedelta(days=14, seconds=1)) == 1

    assert list(ImportedList.objects.all()) == [recent]


@pytest.mark.parametrize(
    ("encoding", "sign", "rows"),
    [
        ("utf-8-sig", ",", [["id", *PROJECT], ["", *FORUM]]),
        ("utf-8", ";", [["title_en", "subcommittee", "commitments"], ["Air forum", "环境", "핫라인"]]),
        ("cp949", ",", [["제목(국문)", "분과", "commitments"], ["대기 포럼", "환경", "핫라인"]]),
        ("gb18030", "\t", [["标题（中文）", "小组", "commitments"], ["大气论坛", "环境", "热线"]]),
    ],
)
def test_a_text_is_read_in_the_encoding_in_which_its_headings_are_known(
    encoding, sign, rows, secretary, commitment
):
    outcomes = shown(secretary, text(*rows, encoding=encoding, sign=sign))

    assert [(outcome.verdict, outcome.title) for outcome in outcomes] == [(Verdict.MADE, rows[1][-3])]


def test_a_text_whose_encoding_cannot_be_told_is_refused(secretary):
    with pytest.raises(NotReadable, match="encoding"):
        handed_in(secretary, text(["title_zh_hans"], ["大气论坛"], encoding="gb18030"), "agreements")


@pytest.mark.parametrize(
    "day", [datetime.datetime(2018, 4, 1), 43191, "2018-04-01", "2018/4/1", "2018. 4. 1.", "2018年4月1日"]
)
def test_a_day_may_be_a_date_a_number_or_a_text(day, secretary):
    rows = [["title_en", "state", "signed_on"], ["Memorandum", "signed", day]]

    taken_over(secretary, workbook(*rows), "agreements")

    assert Agreement.objects.get().signed_on == datetime.date(2018, 4, 1)


def test_a_title_above_the_heading_and_empty_lines_are_passed_over(secretary):
    content = workbook(["Agreements of 2018"], [], ["title_en", "remarks"], [], ["Memorandum", "new"])

    tried = preview(by=secretary, handed_in=handed_in(secretary, content, "agreements"))

    assert ([outcome.line for outcome in tried.outcomes], tried.unread) == ([5], ["remarks"])


def test_merged_cells_above_the_heading_do_no_harm(secretary):
    book = openpyxl.Workbook()
    for row in (["Agreements", None], ["title_en", "kind"], ["Memorandum", "mou"]):
        book.active.append(row)
    book.active.merge_cells("A1:B1")
    content = io.BytesIO()
    book.save(content)

    assert [outcome.verdict for outcome in shown(secretary, content.getvalue(), "agreements")] == ["made"]


def test_a_formula_is_refused(secretary):
    content = workbook(["title_en"], ['="For"&"um"'])

    assert brief(shown(secretary, content, "agreements")) == [
        ("refused", [("Title in English", "This is computed. Put the value itself into the cell.")])
    ]


def test_a_text_that_the_export_kept_from_being_computed_comes_back_as_it_was(secretary):
    taken_over(secretary, text(["title_en", "kind"], ["'=Forum", "mou"]), "agreements")

    assert Agreement.objects.get().title_en == "=Forum"


def test_what_the_file_does_not_name_stays_and_an_empty_cell_empties(secretary):
    agreement = AgreementFactory(title_ko="양해각서", text_en="The cities agree.")

    taken_over(secretary, workbook(["id", "title_ko"], [agreement.pk, None]), "agreements")

    agreement.refresh_from_db()
    assert (agreement.title_ko, agreement.text_en) == ("", "The cities agree.")


def test_rows_that_get_in_each_others_way_are_named(secretary):
    agreement = AgreementFactory()
    content = workbook(
        ["id", "title_en"],
        [agreement.pk, "First"],
        [agreement.pk, "Second"],
        [999_999, "Third"],
        [None, "Fourth"],
        [None, "Fourth"],
    )

    outcomes = shown(secretary, content, "agreements")

    assert [brief([outcome])[0][1] for outcome in outcomes if outcome.verdict == Verdict.REFUSED] == [
        [("id", "Row 2 changes this record already.")],
        [("id", "There is no record with this number.")],
    ]
    assert outcomes[4].warning == "It is called like row 5. To change that one, give its number."


def test_a_rule_of_the_model_is_told_of_its_row(secretary):
    content = workbook(["title_en", "state"], ["Memorandum", "signed"])

    assert brief(shown(secretary, content, "agreements")) == [
        ("refused", [("", "A signed agreement has a day of signing, a draft has none.")])
    ]


@pytest.mark.parametrize("kind", ["csv", "xlsx"])
def test_the_file_of_a_list_comes_back_unchanged(kind, secretary, signed_in):
    AgreementFactory(title_ko="양해각서", title_zh_hans="谅解备忘录")
    exported = signed_in(secretary).get(reverse("agreement_list"), {"format": kind}).content

    outcomes = shown(secretary, exported, "agreements")

    assert [outcome.verdict for outcome in outcomes] == [Verdict.UNCHANGED]


def test_a_secretariat_imports_members_of_its_own_city_only(secretary):
    stranger = member_with(Role.OBSERVER, beijing())
    content = workbook(
        ["id", "sign-in name", "name_ko", "e-mail"],
        [None, "kim", "김서울", "kim@seoul.example"],
        [stranger.pk, "li", "李北京", None],
    )

    outcomes = shown(secretary, content, "members")

    assert [(outcome.verdict, [problem.text for problem in outcome.problems]) for outcome in outcomes] == [
        (Verdict.MADE, []),
        (Verdict.REFUSED, ["You may not do this: it is for others to keep."]),
    ]


def test_members_come_in_without_a_password_into_the_city_of_the_secretariat(secretary):
    taken_over(secretary, workbook(["username", "name_ko"], ["kim", "김서울"]), "members")

    member = Member.objects.get(username="kim")
    assert (member.city, member.has_usable_password()) == (secretary.city, False)


def test_a_co_lead_imports_no_project_of_another_subcommittee(commitment):
    co_lead = member_with(Role.CO_LEAD, subcommittee=SubcommitteeFactory(code="economy", name_en="Economy"))

    assert brief(shown(co_lead, workbook(PROJECT, FORUM))) == [
        ("refused", [("Subcommittee", "“Environment” is not known, or several are called so.")])
    ]


@pytest.mark.parametrize("content", [b"", b"nothing known here", b"PK\x03\x04broken", b"\xff\xfe\x00\x81"])
def test_a_file_without_a_table_of_ours_is_refused(content, secretary):
    with pytest.raises(NotReadable):
        handed_in(secretary, content)


def test_a_new_file_replaces_the_one_that_waits(secretary):
    for title in ("Air forum", "Sea forum"):
        handed_in(secretary, workbook(["title_en"], [title]))

    assert ImportedList.objects.count() == 1


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_a_list_is_imported_on_the_pages(language, secretary, commitment, signed_in):
    client = signed_in(secretary)
    with translation.override(language):
        address = reverse("import_new", args=["projects"])

    file = SimpleUploadedFile("목록.xlsx", workbook(PROJECT, FORUM))
    page = client.post(address, {"file": file}, follow=True)
    confirmed = page.wsgi_request.path + "take-over/"
    done = client.post(confirmed, {"fingerprint": page.context["preview"].fingerprint})

    assert (page.status_code, done.status_code, Project.objects.count()) == (200, 302, 1)


def test_a_file_that_cannot_be_read_is_refused_beside_the_form(secretary, signed_in):
    file = SimpleUploadedFile("list.xlsx", b"PK\x03\x04broken")

    page = signed_in(secretary).post(reverse("import_new", args=["projects"]), {"file": file})

    assert (page.status_code, page.context["form"].errors["file"]) == (
        422,
        ["The workbook is damaged. Save it once more as XLSX."],
    )


@pytest.mark.parametrize("kind", ["agreements", "projects", "members"])
def test_the_template_is_read_again(kind, secretary, signed_in):
    template = signed_in(secretary).get(reverse("import_template", args=[kind]))

    tried = preview(by=secretary, handed_in=handed_in(secretary, template.content, kind))

    assert (tried.outcomes, tried.unread) == ([], [])


def test_a_stale_page_shows_what_would_happen_now(secretary, commitment, signed_in):
    waiting = handed_in(secretary, workbook(PROJECT, FORUM))

    page = signed_in(secretary).post(reverse("import_take_over", args=[waiting.pk]), {"fingerprint": "old"})

    assert (page.status_code, Project.objects.count()) == (422, 0)
