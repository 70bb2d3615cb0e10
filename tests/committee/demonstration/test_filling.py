import datetime

import pytest
from django.db.models import Q

from committee.commitments.standings import Standing
from committee.demonstration.people import PEOPLE
from committee.meetings.cycle import warnings
from committee.models import (
    Agreement,
    BudgetLine,
    Commitment,
    Decision,
    GeneralMeeting,
    HistoryEntry,
    IndicatorValue,
    Member,
    Message,
    Milestone,
    ProgressUpdate,
    Project,
)

pytestmark = pytest.mark.django_db
AGREED_ON = datetime.date(2018, 3, 19)
AGREED = [
    "Fine dust hotline",
    "Air-quality Improvement Joint Research Group",
    "Seoul-Beijing Air-quality Improvement Forum",
    "Alternating training for environment officials",
    "Workshop on fine dust and VOC",
    "Promotion of start-up investments",
    "Start-up support networking",
    "Trade fair exchange",
    "Invitations to the “Seoul Global Challenge”",
    "Asian City Cultural Network (ACCN)",
    "Promotion for large international events",
    "Tourist goods for the 2022 Winter Olympics",
    "Youth camps",
    "1:1 youth matching",
    "System to share educational policy",
    "Introducing the Youth Job Experience Center",
]


def test_everything_agreed_in_2018_is_an_agreement_a_commitment_and_a_project(filled):
    agreements = Agreement.objects.filter(signed_on=AGREED_ON, kind=Agreement.Kind.OTHER).order_by("pk")

    projects = [agreement.commitments.get().projects.get().title_en for agreement in agreements]

    assert projects == AGREED


def test_the_environment_mou_names_its_five_points(filled):
    memorandum = Agreement.objects.get(kind=Agreement.Kind.MOU)

    headings = [article.heading_en for article in memorandum.articles.all()]

    assert headings == AGREED[:5]
    assert memorandum.meeting.ordinal == 3


def test_the_public_dates_are_as_they_were(filled):
    meetings = GeneralMeeting.objects.order_by("ordinal")

    told = [(meeting.host.code, meeting.state, meeting.is_illustrative) for meeting in meetings]

    assert told == [
        ("seoul", "held", True),
        ("beijing", "held", True),
        ("seoul", "held", False),
        ("beijing", "postponed", True),
    ]
    assert meetings[2].starts_on == AGREED_ON
    assert Agreement.objects.get(title_en__contains="environment team").signed_on == datetime.date(
        2015, 11, 4
    )


def test_the_hosts_alternate(filled):
    found = [warning for meeting in GeneralMeeting.objects.all() for warning in warnings(meeting)]

    assert found == []


@pytest.mark.parametrize("kind", [ProgressUpdate, Project, Commitment, Milestone, Member])
def test_what_is_invented_is_marked(filled, kind):
    unmarked = kind.objects.filter(is_illustrative=False)

    assert list(unmarked) == []


@pytest.mark.parametrize(
    ("kind", "name"),
    [
        (Agreement, "title"),
        (Commitment, "title"),
        (Project, "title"),
        (Project, "summary"),
        (Decision, "text"),
        (ProgressUpdate, "narrative"),
        (Member, "name"),
    ],
)
def test_every_text_is_there_in_three_languages(filled, kind, name):
    missing = Q(**{f"{name}_ko": ""}) | Q(**{f"{name}_zh_hans": ""}) | Q(**{f"{name}_en": ""})

    assert list(kind.objects.filter(missing)) == []


def test_updates_stand_in_every_state_and_come_from_both_cities(filled):
    found = set(ProgressUpdate.objects.values_list("state", "city__code"))

    # Its years are over, so what was left unanswered has become one-sided.
    states = {*ProgressUpdate.State.values} - {"submitted"}
    assert found == {(state, city) for state in states for city in ("seoul", "beijing")}


def test_one_update_was_corrected_and_confirmed_again(filled):
    correction = ProgressUpdate.objects.get(corrects__isnull=False)

    values = IndicatorValue.objects.filter(reported_in=correction)

    assert correction.state == ProgressUpdate.State.CONFIRMED
    assert [value.value for value in values] == [12]


def test_a_confirmed_update_still_says_what_was_confirmed(filled):
    confirmed = ProgressUpdate.objects.filter(state=ProgressUpdate.State.CONFIRMED)

    assert [update for update in confirmed if not update.is_intact] == []


def test_both_cities_see_one_period_differently(filled):
    group = Project.objects.get(title_en="Air-quality Improvement Joint Research Group")

    statements = group.updates.filter(period_until=datetime.date(2020, 12, 31)).order_by("city")

    assert [(update.city.code, update.course) for update in statements] == [
        ("seoul", "on_track"),
        ("beijing", "late"),
    ]


def test_each_subcommittee_has_an_update_for_the_report_of_the_third_meeting(filled):
    second, third = GeneralMeeting.objects.get(ordinal=2), GeneralMeeting.objects.get(ordinal=3)

    updates = ProgressUpdate.objects.reporting_on(second.starts_on, third.starts_on)

    assert set(updates.values_list("project__subcommittee__code", flat=True)) == {
        "economy",
        "culture",
        "education",
        "environment",
    }


def test_history_shows_who_entered_what(filled):
    hotline = Project.objects.get(title_en="Fine dust hotline")

    created = HistoryEntry.objects.of(hotline).get(verb=HistoryEntry.Verb.CREATED)

    assert created.by.username == "secretariat.seoul"


def test_acts_on_an_update_happened_in_their_order(filled):
    update = ProgressUpdate.objects.filter(state=ProgressUpdate.State.CONFIRMED).first()

    verbs = HistoryEntry.objects.of(update).order_by("at", "pk").values_list("verb", flat=True)

    assert list(verbs)[:3] == ["created", "submitted", "confirmed"]


def test_everybody_named_in_the_issue_is_a_demonstration_member(filled):
    members = Member.objects.filter(is_demonstration=True)

    assert set(members.values_list("username", flat=True)) == {person.username for person in PEOPLE}
    assert len(PEOPLE) == 22


def test_the_board_has_something_in_every_column(filled):
    commitments = Commitment.objects.with_standing(datetime.date(2026, 11, 26))

    assert set(commitments.values_list("standing", flat=True)) == set(Standing)


def test_both_co_leads_have_spoken_about_the_hotline_and_were_told(filled):
    messages = Message.objects.order_by("sent_at")

    assert [(message.city.code, message.language) for message in messages] == [
        ("seoul", "ko"),
        ("beijing", "zh_hans"),
        ("seoul", "ko"),
    ]
    assert [message.mentioned.count() for message in messages] == [1, 1, 0]


def test_each_city_gives_money_in_its_own_currency(filled):
    found = BudgetLine.objects.order_by("city__code").values_list("city__code", "currency").distinct()

    assert list(found) == [("beijing", "CNY"), ("seoul", "KRW")]
