import datetime

import pytest
from django.core.exceptions import PermissionDenied
from django.db import IntegrityError, transaction
from django.utils import timezone

from committee.members.models import Role
from committee.minutes.actions import edit_section
from committee.minutes.circulation import agree, answer_remark, circulate, remark, take_back
from committee.minutes.rules import (
    AnswerTooEarly,
    LanguageMissing,
    NothingWritten,
    NotInThisState,
    NotYetChanged,
    ReasonNeeded,
    RemarksOpen,
    SameAsBefore,
    TextChanged,
)
from committee.models import CityAnswer, Minutes, MinutesVersion, Notice, Remark
from tests.factories.city import beijing, seoul
from tests.factories.decision import DecisionFactory
from tests.factories.meeting import SubcommitteeMeetingFactory
from tests.factories.member import member_with
from tests.factories.minutes import (
    MinutesFactory,
    MinutesSectionFactory,
    agreed_for,
    agreed_minutes,
    circulated_minutes,
    remark_on,
    secretary_of,
    written_minutes,
)


def in_two_weeks(member):
    return member.today + datetime.timedelta(days=14)


def circulated_by(member, minutes, **without):
    return circulate(by=member, minutes=minutes, answer_by=in_two_weeks(member), **without)


def state_of(minutes):
    return Minutes.objects.get(pk=minutes.pk).state


def test_circulating_asks_both_cities_the_host_first(secretary):
    beijing()

    circulated_by(secretary, written_minutes())

    assert [answer.city.code for answer in CityAnswer.objects.all()] == ["seoul", "beijing"]


def test_both_secretariats_are_told_but_for_who_circulated(secretary):
    other = secretary_of(beijing())

    circulated_by(secretary, written_minutes())

    assert [notice.member for notice in Notice.objects.all()] == [other]


def test_minutes_without_a_section_are_not_circulated(secretary):
    with pytest.raises(NothingWritten):
        circulated_by(secretary, MinutesFactory())


def test_a_missing_language_keeps_minutes_from_being_circulated(secretary):
    minutes = MinutesFactory()
    MinutesSectionFactory(minutes=minutes, text_zh_hans="")

    with pytest.raises(LanguageMissing) as refused:
        circulated_by(secretary, minutes)

    assert "Simplified Chinese" in str(refused.value.message)


def test_a_language_can_be_left_out_by_name(secretary):
    minutes = MinutesFactory()
    MinutesSectionFactory(minutes=minutes, text_en="")

    circulated_by(secretary, minutes, without_en=True)

    version = MinutesVersion.objects.get()
    assert (version.without_en, version.content["without"]) == (True, ["en"])


def test_minutes_are_in_some_language(db):
    version = circulated_minutes().latest

    with pytest.raises(IntegrityError), transaction.atomic():
        MinutesVersion.objects.filter(pk=version.pk).update(
            without_ko=True, without_zh_hans=True, without_en=True
        )


def test_nobody_is_asked_to_answer_by_a_day_that_has_passed(secretary):
    yesterday = secretary.today - datetime.timedelta(days=1)

    with pytest.raises(AnswerTooEarly):
        circulate(by=secretary, minutes=written_minutes(), answer_by=yesterday)


def test_minutes_are_agreed_when_both_cities_have_agreed(db):
    minutes = circulated_minutes()

    agreed_for(beijing(), minutes)
    assert state_of(minutes) == "circulated"
    agreed_for(seoul(), minutes)

    minutes = Minutes.objects.get()
    assert (minutes.state, minutes.agreed_hash) == ("agreed", minutes.versions.get().fingerprint)


def test_one_city_does_not_agree_twice(db):
    minutes = circulated_minutes()
    agreed_for(beijing(), minutes)

    with pytest.raises(PermissionDenied):
        agreed_for(beijing(), minutes)


def test_the_same_person_does_not_agree_for_both_cities(db):
    minutes = agreed_minutes()
    first, second = minutes.latest.answers.all()

    with pytest.raises(IntegrityError), transaction.atomic():
        CityAnswer.objects.filter(pk=second.pk).update(member=first.member)


def test_an_answer_has_its_member_and_its_time(db):
    answer = circulated_minutes().latest.unanswered[0]

    with pytest.raises(IntegrityError), transaction.atomic():
        CityAnswer.objects.filter(pk=answer.pk).update(at=timezone.now())


def test_a_co_lead_does_not_agree_for_the_city(db):
    meeting = SubcommitteeMeetingFactory(state="held")
    minutes = circulated_minutes(meeting=meeting)

    with pytest.raises(PermissionDenied):
        agree(
            by=member_with(Role.CO_LEAD, beijing(), meeting.subcommittee),
            minutes=minutes,
            seen=minutes.latest.fingerprint,
        )


def test_an_agreement_is_to_the_version_that_was_read(secretary):
    minutes = circulated_minutes()
    seen = minutes.latest.fingerprint
    take_back(by=secretary, minutes=minutes)
    edit_section(by=secretary, section=minutes.sections.get(), text_en="Two hotlines are set up.")
    circulated_by(secretary, minutes)

    with pytest.raises(TextChanged):
        agree(by=secretary_of(beijing()), minutes=minutes, seen=seen)


def test_a_new_version_asks_again(secretary):
    minutes = circulated_minutes()
    agreed_for(beijing(), minutes)
    take_back(by=secretary, minutes=minutes)
    edit_section(by=secretary, section=minutes.sections.get(), text_en="Two hotlines are set up.")

    circulated_by(secretary, minutes)

    version = MinutesVersion.objects.with_answers().get(number=2)
    assert [answer.city.code for answer in version.unanswered] == ["seoul", "beijing"]


def test_a_version_that_says_the_same_is_not_circulated_again(secretary):
    minutes = circulated_minutes()
    take_back(by=secretary, minutes=minutes)

    with pytest.raises(SameAsBefore):
        circulated_by(secretary, minutes)


def test_nobody_agrees_after_a_decision_was_changed(db):
    minutes = circulated_minutes()
    DecisionFactory(meeting=minutes.meeting)

    with pytest.raises(TextChanged):
        agreed_for(beijing(), minutes)


def test_agreed_minutes_are_not_taken_back(secretary):
    with pytest.raises(NotInThisState):
        take_back(by=secretary, minutes=agreed_minutes())


def test_nobody_agrees_over_an_open_remark(db):
    minutes = circulated_minutes()
    remark_on(minutes)

    with pytest.raises(RemarksOpen):
        agreed_for(seoul(), minutes)


def test_a_remark_reaches_the_writers_and_not_the_other_city(secretary):
    minutes = circulated_minutes()
    Notice.objects.all().delete()

    remark_on(minutes)

    assert {notice.member.city for notice in Notice.objects.all()} == {seoul()}


def test_nothing_is_remarked_on_a_draft(secretary):
    with pytest.raises(NotInThisState):
        remark(by=secretary, section=written_minutes().sections.get(), text="Why?")


def test_a_remark_is_declined_with_a_reason_and_the_version_stands(secretary):
    minutes = circulated_minutes()

    answer_remark(by=secretary, remark=remark_on(minutes), accepts=False, answer="They are named elsewhere.")

    assert (Remark.objects.get().state, state_of(minutes)) == ("declined", "circulated")


def test_a_remark_is_not_declined_without_a_word(secretary):
    made = remark_on(circulated_minutes())

    with pytest.raises(ReasonNeeded):
        answer_remark(by=secretary, remark=made, accepts=False, answer=" ")


def test_an_accepted_remark_takes_the_minutes_back(secretary):
    minutes = circulated_minutes()

    answer_remark(by=secretary, remark=remark_on(minutes), accepts=True, answer="")

    assert state_of(minutes) == "draft"


def test_who_accepts_a_remark_changes_its_section_before_circulating_again(secretary):
    minutes = circulated_minutes()
    answer_remark(by=secretary, remark=remark_on(minutes), accepts=True, answer="")
    MinutesSectionFactory(minutes=minutes)

    with pytest.raises(NotYetChanged):
        circulated_by(secretary, minutes)
    edit_section(by=secretary, section=minutes.sections.first(), text_en="A hotline with officers.")
    circulated_by(secretary, minutes)

    assert state_of(minutes) == "circulated"


def test_a_remark_is_answered_once(secretary):
    made = remark_on(circulated_minutes())
    answer_remark(by=secretary, remark=made, accepts=False, answer="No.")

    with pytest.raises(NotInThisState):
        answer_remark(by=secretary, remark=made, accepts=True, answer="")


def test_who_remarked_is_told_the_answer(secretary):
    made = remark_on(circulated_minutes())
    Notice.objects.all().delete()

    answer_remark(by=secretary, remark=made, accepts=False, answer="They are named elsewhere.")

    assert [(notice.member, str(notice.body)) for notice in Notice.objects.all()] == [
        (made.by, "They are named elsewhere.")
    ]


@pytest.mark.parametrize(
    "half",
    [
        {"state": "declined"},
        {"answered_at": datetime.datetime(2026, 1, 1, tzinfo=datetime.UTC)},
        {"text": ""},
    ],
)
def test_a_remark_is_answered_wholly_or_not_at_all(db, half):
    made = remark_on(circulated_minutes())

    with pytest.raises(IntegrityError), transaction.atomic():
        Remark.objects.filter(pk=made.pk).update(**half)


def test_agreed_minutes_have_their_hash(db):
    minutes = circulated_minutes()

    with pytest.raises(IntegrityError), transaction.atomic():
        Minutes.objects.filter(pk=minutes.pk).update(state="agreed")
