import datetime

import pytest
from django.utils import timezone

from committee.members.models import Role
from environment.effects.following import BETWEEN_COMPUTATIONS, ask, bring_up_to_date, due
from environment.effects.keeping import MOST_BROKEN_OFF, SILENCE, compute, take_up_silent
from environment.models import AirChange, AirEffect, AirFinding, WeatherSeries
from environment.project_links.actions import edit_link
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import beijing, seoul
from tests.factories.city_day import days_of
from tests.factories.effect import NOW, computed
from tests.factories.member import member_with
from tests.factories.station import StationFactory

pytestmark = pytest.mark.django_db

State = AirEffect.State
DAYS = {"2016-05-01": 40.0, "2016-05-02": 60.0, "2017-05-01": 20.0, "2017-05-02": 50.0}


def air_changed(city, first="2017-05-02", last="2017-05-02", pollutant="pm25"):
    first, last = datetime.date.fromisoformat(first), datetime.date.fromisoformat(last)
    return AirChange.objects.create(
        city=city,
        pollutant=pollutant,
        averaging="hour",
        first_day=first,
        last_day=last,
        first_hour=1,
        last_hour=2,
        changed_at=NOW,
    )


@pytest.fixture
def link():
    days_of(seoul(), DAYS)
    link = ProjectAirLinkFactory(city=seoul())
    bring_up_to_date(NOW)
    compute(link.pk, NOW)
    return link


def effect_of(link):
    return AirEffect.objects.select_related("finding").get(pk=link.pk)


def test_a_new_link_is_computed(link):
    effect = effect_of(link)

    assert (effect.state, effect.is_stale) == (State.DONE, False)
    assert effect.finding.estimates.count() == 5


def test_what_was_computed_is_not_asked_for_again(link):
    bring_up_to_date(NOW)

    assert due(NOW) == []


@pytest.mark.parametrize(
    "elsewhere",
    [
        {"pollutant": "pm10"},
        {"first": "2016-04-30", "last": "2016-04-30"},
        {"first": "2017-05-03", "last": "2017-06-30"},
    ],
)
def test_a_change_of_other_air_asks_for_nothing(link, elsewhere):
    air_changed(seoul(), **elsewhere)
    air_changed(beijing())

    bring_up_to_date(NOW)

    assert due(NOW) == []


def test_changed_values_give_a_new_finding_and_the_earlier_one_is_kept(link):
    earlier = effect_of(link).finding
    days_of(seoul(), {"2017-05-02": 80.0}, source="seoul-city-mean", reference_state="none")
    change = air_changed(seoul())

    bring_up_to_date(NOW)
    stale = effect_of(link)
    compute(link.pk, NOW)

    assert (stale.state, stale.is_stale, stale.finding) == (State.WAITING, True, earlier)
    effect = effect_of(link)
    assert (effect.state, effect.found_change) == (State.DONE, change.pk)
    assert set(link.findings.all()) == {earlier, effect.finding}
    assert effect.finding != earlier


def test_a_change_that_leaves_the_values_as_they_were_keeps_the_finding(link):
    change = air_changed(seoul())

    bring_up_to_date(NOW)
    compute(link.pk, NOW)

    assert AirFinding.objects.count() == 1
    assert effect_of(link).found_change == change.pk


def test_other_terms_ask_for_the_link_anew(link):
    edit_link(by=member_with(Role.SECRETARIAT, seoul()), link=link, evaluation_from=datetime.date(2017, 5, 2))

    bring_up_to_date(NOW)
    compute(link.pk, NOW)

    assert [finding.evaluation_from.day for finding in link.findings.all()] == [2, 1]


def test_weather_that_came_asks_for_the_link_anew(link):
    WeatherSeries.objects.create(
        station=StationFactory(city=seoul()), source="s", first_hour=1, last_hour=2, hours=2, changed_at=NOW
    )

    bring_up_to_date(NOW)

    assert due(NOW) == [link.pk]


def test_too_few_values_are_a_state_of_their_own():
    link = ProjectAirLinkFactory(city=seoul())

    assert computed(link).state == State.NOT_ENOUGH


def test_a_task_that_comes_twice_computes_once(link):
    claims = effect_of(link).claims

    compute(link.pk, NOW)

    assert effect_of(link).claims == claims


def test_what_was_asked_for_anew_while_it_was_computed_is_computed_again(link):
    ask(link, NOW, change=1)
    claimed = AirEffect.objects.filter(pk=link.pk)
    claimed.update(state=State.COMPUTING, claims=9, seen_alive_at=NOW)

    ask(link, NOW, change=2)

    assert due(NOW) == [link.pk]


def test_a_killed_worker_leaves_a_link_that_is_taken_up_again(link):
    AirEffect.objects.update(state=State.COMPUTING, seen_alive_at=NOW)

    take_up_silent(NOW + SILENCE / 2)
    early = due(NOW + SILENCE / 2)
    later = NOW + 2 * SILENCE
    take_up_silent(later)
    compute(link.pk, later)

    assert early == []
    assert (effect_of(link).state, AirFinding.objects.count()) == (State.DONE, 1)


def test_what_kills_its_worker_again_and_again_fails(link):
    for _time in range(MOST_BROKEN_OFF + 1):
        AirEffect.objects.update(state=State.COMPUTING, seen_alive_at=NOW)
        take_up_silent(NOW + 2 * SILENCE)

    assert effect_of(link).state == State.FAILED
    assert effect_of(link).failure == "The work broke off 4 times."


def test_while_an_evaluation_runs_its_figures_are_computed_once_a_day(link):
    now = timezone.now()
    edit_link(
        by=member_with(Role.SECRETARIAT, seoul()),
        link=link,
        evaluation_until=now.date() + datetime.timedelta(9),
    )
    bring_up_to_date(now)
    compute(link.pk, now)
    air_changed(seoul())

    bring_up_to_date(now)

    at = effect_of(link).finding.computed_at
    assert due(at + BETWEEN_COMPUTATIONS / 2) == []
    assert due(at + BETWEEN_COMPUTATIONS) == [link.pk]


def test_values_that_do_not_convert_fail_and_say_why():
    gas = {"pollutant": "no2", "unit": "µg/m³"}
    days_of(seoul(), {"2016-05-01": 40.0, "2016-05-02": 60.0}, reference_state="as-sampled", **gas)
    days_of(seoul(), {"2017-05-01": 40.0, "2017-05-02": 60.0}, reference_state="273K", **gas)

    effect = computed(ProjectAirLinkFactory(city=seoul(), pollutant="no2"))

    assert (effect.state, effect.finding) == (State.FAILED, None)
    assert effect.failure.startswith("NoConversion")
