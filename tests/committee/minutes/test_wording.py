from committee.minutes.content import content_of, differences, fingerprint, lacking
from committee.minutes.edition import is_intact, minutes_in
from committee.minutes.wording import whose_turn
from committee.models import Minutes, MinutesSection, MinutesVersion
from tests.factories.city import beijing, seoul
from tests.factories.decision import DecisionFactory
from tests.factories.minutes import (
    MinutesFactory,
    MinutesSectionFactory,
    agreed_for,
    agreed_minutes,
    circulated_minutes,
)


def again(minutes):
    return Minutes.objects.in_brief().get(pk=minutes.pk)


def test_minutes_that_were_never_circulated_say_who_writes_them(db):
    assert MinutesFactory().printable_state == "being written by Seoul, not circulated yet"


def test_silence_after_the_day_has_its_words(db):
    minutes = circulated_minutes(days=-10)
    agreed_for(seoul(), minutes)

    said = again(minutes).printable_state

    assert said.startswith("version 1 circulated by Seoul on ")
    assert "; agreed by Seoul on " in said
    assert "; no answer of Beijing by " in said


def test_before_the_day_an_answer_is_asked(db):
    minutes = circulated_minutes()

    assert "; answer of Beijing asked by " in minutes.printable_state


def test_it_is_the_turn_of_the_city_that_has_not_answered(db):
    minutes = circulated_minutes()
    agreed_for(seoul(), minutes)

    assert whose_turn(again(minutes), 0).startswith("It is the turn of Beijing: ")


def test_with_an_open_remark_it_is_the_turn_of_the_host(db):
    assert whose_turn(circulated_minutes(), 1).startswith("It is the turn of Seoul: it answers each remark.")


def test_the_decisions_are_those_of_the_meeting(db):
    minutes = MinutesFactory()
    DecisionFactory(meeting=minutes.meeting, number=2, text_en="To meet again.", state="adopted")

    edition = minutes_in(minutes, content_of(minutes), "en")

    assert [(part.heading.plain, part.text.plain) for part in edition.decisions] == [
        ("Decision 2 (adopted), the whole committee", "To meet again.")
    ]


def test_what_a_language_lacks_is_named(db):
    minutes = MinutesFactory()
    section = MinutesSectionFactory(minutes=minutes, text_ko="")

    assert {
        suffix: [part["id"] for part in parts] for suffix, parts in lacking(content_of(minutes)).items()
    } == {"ko": [section.pk]}


def test_equal_content_has_an_equal_fingerprint(db):
    minutes = circulated_minutes()

    assert fingerprint(content_of(minutes)) == minutes.latest.fingerprint


def test_a_difference_between_versions_is_told_in_the_words_of_the_form(db):
    minutes = circulated_minutes()
    before = content_of(minutes)
    MinutesSection.objects.update(text_en="Two hotlines are set up.")
    added = MinutesSectionFactory(minutes=minutes, title_en="Thanks", title_ko="", title_zh_hans="")

    found = differences(before, content_of(minutes))

    assert [(part.title, [change.label for change in part.changes]) for part in found] == [
        ("미세먼지", ["text in English"]),
        (
            added.title_en,
            ["title in English", "text in Korean", "text in Chinese", "text in English"],
        ),
    ]


def test_agreed_minutes_that_were_tampered_with_are_found_out(db):
    minutes = agreed_minutes()
    assert is_intact(minutes)

    version = minutes.versions.get()
    MinutesVersion.objects.update(content={**version.content, "without": ["ko"]})

    assert not is_intact(again(minutes))


def test_drafts_are_seen_by_the_host_city_alone(db, secretary):
    minutes = MinutesFactory(meeting__host=beijing())

    assert minutes not in Minutes.objects.visible_to(secretary)
