import pytest
from django.db import IntegrityError, transaction

from environment.models import EarlierDecision, Episode
from tests.factories.city import beijing, seoul
from tests.factories.episode import FIRST_HOUR, EpisodeFactory

pytestmark = pytest.mark.django_db


def refused(**fields):
    with pytest.raises(IntegrityError), transaction.atomic():
        EpisodeFactory(**fields)
    return True


def test_an_episode_ends_after_it_starts():
    assert refused(start_hour=FIRST_HOUR, until_hour=FIRST_HOUR - 1)


def test_an_episode_of_hours_names_a_pollutant_and_one_of_days_none():
    assert refused(grammar="hours", pollutant="")
    assert refused(grammar="days", pollutant="pm25")


def test_two_episodes_never_begin_in_the_same_hour_unless_one_is_withdrawn():
    EpisodeFactory(start_hour=FIRST_HOUR, state="withdrawn")
    EpisodeFactory(start_hour=FIRST_HOUR)
    EpisodeFactory(start_hour=FIRST_HOUR, pollutant="pm10")

    assert refused(start_hour=FIRST_HOUR)


def test_an_earlier_decision_is_kept_once():
    episode = EpisodeFactory()
    kept = {"episode": episode, "number": 1, "decided_at": episode.decided_at, **episode.facts}
    EarlierDecision.objects.create(**kept)

    with pytest.raises(IntegrityError), transaction.atomic():
        EarlierDecision.objects.create(**kept)


def test_a_year_is_that_of_the_citys_calendar():
    new_year = FIRST_HOUR - 14 * 24 - 22
    here = EpisodeFactory(start_hour=new_year + 1)
    EpisodeFactory(start_hour=new_year)

    first, last = here.clock.day(new_year + 1), here.clock.day(new_year + 100)

    assert list(Episode.objects.begun_between(seoul(), first, last)) == [here]
    assert list(Episode.objects.begun_between(beijing(), first, last)) == []
