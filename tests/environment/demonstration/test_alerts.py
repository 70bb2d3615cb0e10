import datetime

import numpy as np
import pytest

from environment.demonstration import actions
from environment.demonstration.alerts import show_alerts
from environment.demonstration.spells import SPELLS, with_spells
from environment.models import Episode
from tests.environment.demonstration.test_load_demo_air import liaisons as liaisons
from tests.factories.city import seoul

NOW = datetime.datetime(2017, 1, 3, 12, 30, tzinfo=datetime.UTC)
THIS_HOUR = int(NOW.timestamp()) // 3600
HOURS = np.arange(THIS_HOUR - 60 * 24, THIS_HOUR + 1)


def test_the_latest_days_have_spells_of_bad_air_in_both_cities():
    clean = np.full(len(HOURS), 20.0)

    of_seoul = with_spells("seoul", "pm25", HOURS, clean, THIS_HOUR)
    of_beijing = with_spells("beijing", "pm25", HOURS, clean, THIS_HOUR)

    assert (of_seoul[-1], of_seoul.max(), of_beijing.max()) == (115, 115, 290)
    assert (of_seoul > 75).sum() >= SPELLS["seoul"][0].lasting
    assert (of_beijing > 200).sum() >= 3 * 24


def test_gases_are_left_as_they_are():
    values = np.full(len(HOURS), 0.03)

    assert with_spells("seoul", "o3", HOURS, values, THIS_HOUR) is values


@pytest.mark.django_db
def test_both_officers_write_about_the_alert_that_is_in_force(liaisons):
    actions.generate(now=NOW)

    show_alerts(now=NOW)

    episode = Episode.objects.in_force().filter(city=seoul()).first()
    assert (episode.is_illustrative, episode.thread.is_illustrative) == (True, True)
    assert [message.kind for message in episode.thread.messages.all()] == ["alert", "message", "measure"]
