import pytest
from django.urls import reverse
from django.utils import translation

from committee.minutes.attendance import attendance_in, attendance_of
from committee.minutes.content import fingerprint
from committee.minutes.printing import minutes_html
from committee.minutes.rules import TextChanged
from committee.models import Delegate, Minutes, MinutesVersion
from tests.factories.city import beijing, seoul
from tests.factories.delegation import DelegationFactory, announced, led_by
from tests.factories.minutes import agreed_for, circulated_minutes, written_minutes

pytestmark = pytest.mark.django_db


@pytest.fixture
def minutes():
    """Of a meeting in Seoul, to which both cities sent their heads."""
    minutes = written_minutes()
    for city in (beijing(), seoul()):
        announced(city, meeting=minutes.meeting)
    return minutes


def read(minutes, language="en"):
    with translation.override(language):
        found = attendance_in({"attendance": attendance_of(minutes.meeting)}, language)
        return [(city.city, [" · ".join(person) for person in city.people]) for city in found]


def test_the_host_stands_first_and_the_others_as_they_were_entered(minutes):
    assert [city for city, _people in read(minutes)] == ["Seoul", "Beijing"]


def test_each_person_is_introduced_and_said_to_have_been_there_or_not(minutes):
    Delegate.objects.filter(delegation__city=seoul()).update(attendance="present", title_en="Mayor")
    Delegate.objects.filter(delegation__city=beijing()).update(
        attendance="substituted", substitute_zh_hans="王芳，处长"
    )

    assert read(minutes) == [
        ("Seoul", ["Head of Seoul · Mayor · present"]),
        ("Beijing", ["Head of Beijing · substituted · 王芳，处长"]),
    ]


def test_a_delegation_that_the_other_city_does_not_know_is_left_out():
    draft = DelegationFactory()
    led_by(draft, "Kim")

    assert attendance_of(draft.meeting) == []


def test_the_page_and_the_print_say_who_was_there(minutes, signed_in, secretary):
    page = signed_in(secretary).get(reverse("minutes", args=[minutes.pk])).content.decode()
    html = minutes_html(minutes, ["ko", "zh-hans"], stylesheet="")

    assert (page.count("Head of Beijing"), html.count("Head of Beijing")) == (1, 2)


def test_nobody_agrees_to_what_says_otherwise_who_was_there():
    circulated = circulated_minutes(meeting=announced(seoul()).meeting)
    Delegate.objects.update(attendance="absent")

    with pytest.raises(TextChanged):
        agreed_for(seoul(), circulated)


def test_a_version_from_before_the_attendance_was_printed_can_still_be_agreed_to():
    circulated = circulated_minutes(meeting=announced(seoul()).meeting)
    version = MinutesVersion.objects.get()
    del version.content["attendance"]
    MinutesVersion.objects.update(content=version.content, fingerprint=fingerprint(version.content))

    agreed_for(seoul(), Minutes.objects.in_brief().get(pk=circulated.pk))

    assert version.answers.get(city=seoul()).member is not None
