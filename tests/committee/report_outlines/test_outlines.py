import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError
from django.urls import reverse

from committee.history.actions import ChangedMeanwhile
from committee.history.models import HistoryEntry
from committee.members.models import Role
from committee.models import OutlineSection, ReportOutline
from committee.report_outlines.actions import introduce_section, keep_translated, move_section, show_section
from committee.report_outlines.outline import sections_of
from committee.report_outlines.rules import AlwaysPrinted, ReportFrozen
from tests.factories.city import beijing, seoul
from tests.factories.meeting import MeetingFactory
from tests.factories.meeting_report import MeetingReportFactory, published_report, report_in_review
from tests.factories.member import member_with
from tests.factories.outline import OutlineFactory, OutlineSectionFactory

pytestmark = pytest.mark.django_db

MESSAGES, SUMMARY, MINUTES, ANNEX = "front.messages", "main.summary", "main.minutes", "annex.stations"
UP, DOWN = -1, 1


@pytest.fixture(autouse=True)
def four_sections(settings) -> None:
    settings.REPORT_SECTIONS = [
        (MESSAGES, "Messages"),
        (SUMMARY, "Summary"),
        (MINUTES, "Minutes"),
        (ANNEX, "Stations"),
    ]
    settings.REPORT_PLACES = {MESSAGES: "front", ANNEX: "annex"}


@pytest.fixture
def meeting():
    return MeetingFactory()


def order_of(meeting) -> list[str]:
    return [each.section for each in sections_of(meeting.pk)]


def version_of(meeting, section) -> int:
    return OutlineSection.objects.of(meeting.pk).get(section=section).version


def test_a_report_that_nobody_arranged_has_the_usual_order(meeting):
    assert order_of(meeting) == [MESSAGES, SUMMARY, MINUTES, ANNEX]
    assert not ReportOutline.objects.exists()


def test_a_section_changes_places_with_the_one_before_it(secretary, meeting):
    move_section(by=secretary, meeting=meeting, section=MINUTES, by_places=UP, seen_version=1)

    assert order_of(meeting) == [MESSAGES, MINUTES, SUMMARY, ANNEX]


@pytest.mark.parametrize(("section", "by_places"), [(SUMMARY, UP), (MINUTES, DOWN), (ANNEX, UP)])
def test_a_section_stays_among_its_kind(secretary, meeting, section, by_places):
    move_section(by=secretary, meeting=meeting, section=section, by_places=by_places, seen_version=1)

    assert order_of(meeting) == [MESSAGES, SUMMARY, MINUTES, ANNEX]


def test_two_who_move_the_same_section_move_it_once(secretary, meeting):
    move_section(by=secretary, meeting=meeting, section=MINUTES, by_places=UP, seen_version=1)

    with pytest.raises(ChangedMeanwhile):
        move_section(by=secretary, meeting=meeting, section=MINUTES, by_places=DOWN, seen_version=1)


def test_the_other_citys_secretariat_arranges_it_as_well(meeting):
    theirs = member_with(Role.SECRETARIAT, beijing())

    show_section(by=theirs, meeting=meeting, section=MINUTES, is_shown=False, seen_version=1)

    assert [each.is_shown for each in sections_of(meeting.pk)] == [True, True, False, True]


def test_the_reports_of_other_meetings_stay_as_they_are(secretary, meeting):
    other = MeetingFactory()

    move_section(by=secretary, meeting=meeting, section=MINUTES, by_places=UP, seen_version=1)

    assert order_of(other) == [MESSAGES, SUMMARY, MINUTES, ANNEX]


def test_a_section_that_is_new_stands_behind_the_one_before_it(secretary, meeting, settings):
    move_section(by=secretary, meeting=meeting, section=MINUTES, by_places=UP, seen_version=1)
    settings.REPORT_SECTIONS.insert(3, ("main.budgets", "Budgets"))

    move_section(by=secretary, meeting=meeting, section="main.budgets", by_places=DOWN, seen_version=1)

    assert order_of(meeting) == [MESSAGES, MINUTES, SUMMARY, "main.budgets", ANNEX]


def test_a_section_that_is_gone_is_left_out(secretary, meeting, settings):
    move_section(by=secretary, meeting=meeting, section=MINUTES, by_places=UP, seen_version=1)
    del settings.REPORT_SECTIONS[1]

    assert order_of(meeting) == [MESSAGES, MINUTES, ANNEX]


def test_what_bears_the_figures_out_is_not_left_out(secretary, meeting, settings):
    settings.REPORT_ALWAYS_PRINTED = {ANNEX}

    with pytest.raises(AlwaysPrinted):
        show_section(by=secretary, meeting=meeting, section=ANNEX, is_shown=False, seen_version=1)

    assert all(each.is_shown for each in sections_of(meeting.pk))


def test_a_section_stands_once_in_an_outline():
    OutlineSectionFactory(outline=OutlineFactory())

    with pytest.raises(IntegrityError):
        OutlineSectionFactory(outline=ReportOutline.objects.get())


def test_its_history_says_who_arranged_what(secretary, meeting):
    show_section(by=secretary, meeting=meeting, section=MINUTES, is_shown=False, seen_version=1)

    acts = HistoryEntry.objects.about(ReportOutline.objects.get())
    assert [(act.record_title, act.verb, act.changes) for act in acts if act.verb == "changed"] == [
        ("Minutes", "changed", {"is_shown": [True, False]})
    ]


def test_messages_of_the_cities_have_no_introduction(secretary, meeting):
    with pytest.raises(PermissionDenied):
        introduce_section(by=secretary, meeting=meeting, section=MESSAGES, introduction_en="Read this.")


def test_in_a_draft_the_outline_is_open(secretary):
    meeting = MeetingReportFactory().meeting

    introduced = introduce_section(by=secretary, meeting=meeting, section=SUMMARY, introduction_en="So far.")

    assert introduced.introduction == "So far."


@pytest.mark.parametrize(
    ("at", "way_out"),
    [(report_in_review, "can take the report back to draft"), (published_report, "can begin a corrected")],
)
def test_once_others_read_it_the_outline_is_frozen_and_says_who_lifts_it(secretary, at, way_out):
    meeting = at().meeting
    change = {"by": secretary, "meeting": meeting, "section": MINUTES}

    for act in (
        lambda: show_section(**change, is_shown=False, seen_version=1),
        lambda: move_section(**change, by_places=UP, seen_version=1),
        lambda: introduce_section(**change, introduction_en="Too late."),
    ):
        with pytest.raises(ReportFrozen, match=way_out):
            act()


def test_a_translation_that_comes_too_late_is_refused(secretary):
    meeting = report_in_review().meeting
    row = OutlineSectionFactory(outline__meeting=meeting)

    with pytest.raises(ReportFrozen):
        keep_translated(by=secretary, record=row, changes={"introduction_ko": "늦은 번역"}, comment="")


def test_the_page_of_a_frozen_outline_has_no_buttons(signed_in, secretary):
    report = report_in_review()

    page = signed_in(secretary).get(reverse("report_outline", args=[report.meeting_id])).content.decode()

    assert "What it says is frozen, and so is its outline." in page
    assert reverse("outline_up", args=[report.meeting_id]) not in page


def test_a_button_leads_back_to_its_section(signed_in, secretary, meeting):
    client = signed_in(secretary)

    answer = client.post(reverse("outline_leave_out", args=[meeting.pk]), {"section": MINUTES, "seen": "1"})

    assert answer.url == reverse("report_outline", args=[meeting.pk]) + "#main-minutes"
    assert "left out" in client.get(answer.url).content.decode()


def test_an_introduction_is_written_on_its_page(signed_in, secretary, meeting):
    address = reverse("outline_introduction", args=[meeting.pk, SUMMARY])

    signed_in(secretary).post(address, {"introduction_en": "First.\n\nSecond."})

    assert sections_of(meeting.pk)[1].introduction_en == "First.\n\nSecond."


def test_two_first_introductions_do_not_overwrite_each_other(signed_in, secretary, meeting):
    introduce_section(by=secretary, meeting=meeting, section=SUMMARY, introduction_en="Mine.")
    version = version_of(meeting, SUMMARY)
    theirs = member_with(Role.SECRETARIAT, beijing())

    with pytest.raises(ChangedMeanwhile):
        introduce_section(
            by=theirs, meeting=meeting, section=SUMMARY, seen_version=1, introduction_en="Ours."
        )

    assert version == 2


def test_the_api_shows_secretariats_how_a_report_is_arranged(signed_in, secretary, meeting):
    show_section(by=secretary, meeting=meeting, section=MINUTES, is_shown=False, seen_version=1)
    address = reverse("api-report-outline-list")
    observer = member_with(Role.OBSERVER, seoul())

    rows = signed_in(secretary).get(address, {"meeting": meeting.pk}).json()["results"]
    nothing = signed_in(observer).get(address, {"meeting": meeting.pk}).json()["results"]

    assert [(row["title"], row["is_shown"]) for row in rows] == [
        ("Messages", True),
        ("Summary", True),
        ("Minutes", False),
        ("Stations", True),
    ]
    assert nothing == []


@pytest.mark.parametrize("number", ["x", "99", "9" * 30])
def test_the_api_refuses_a_meeting_that_is_not_there(signed_in, secretary, number):
    answer = signed_in(secretary).get(reverse("api-report-outline-list"), {"meeting": number})

    assert (answer.status_code, list(answer.json())) == (400, ["meeting"])


@pytest.mark.parametrize("number", [1, 3])
def test_the_page_takes_the_same_queries_for_any_number_of_introductions(
    signed_in, secretary, meeting, number, django_assert_num_queries
):
    outline = OutlineFactory(meeting=meeting)
    for section in (SUMMARY, MINUTES, ANNEX)[:number]:
        OutlineSectionFactory(outline=outline, section=section)
    reader = signed_in(secretary)
    reader.get(reverse("report_outline", args=[meeting.pk]))

    with django_assert_num_queries(8):
        reader.get(reverse("report_outline", args=[meeting.pk]))
