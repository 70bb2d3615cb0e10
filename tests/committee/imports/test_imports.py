"""Lists that come in: shown row by row, taken over whole or not at all."""

import datetime

import pytest

from committee.agreements.actions import edit_agreement
from committee.imports.actions import NotAsShown, RowsRefused, drop_unused, preview, take_over
from committee.imports.models import ImportedList
from committee.imports.outcomes import Verdict
from committee.members.models import Role
from committee.models import Agreement, HistoryEntry, Member, Project
from tests.committee.imports.lists import FORUM, PROJECT, brief, handed_in, shown, taken_over, workbook
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing
from tests.factories.imported_list import ImportedListFactory
from tests.factories.member import member_with
from tests.factories.subcommittee import SubcommitteeFactory

pytestmark = pytest.mark.django_db


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


def test_a_new_file_replaces_the_one_that_waits(secretary):
    for title in ("Air forum", "Sea forum"):
        handed_in(secretary, workbook(["title_en"], [title]))

    assert ImportedList.objects.count() == 1
