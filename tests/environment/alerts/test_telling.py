import datetime

import pytest

from committee.members.models import Role
from committee.models import Notice
from environment.models import AlertThread, ThreadMessage
from tests.environment.alerts.given import at, days_of_beijing, judged, mean_of_seoul
from tests.factories.city import beijing, seoul
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db


def said():
    """Return kind and English text of every message, the first one first."""
    return [(message.kind, message.text_en) for message in ThreadMessage.objects.order_by("pk")]


def test_a_recent_alert_opens_one_thread_and_both_officers_are_told(tmp_path):
    officers = [member_with(Role.LIAISON, city) for city in (seoul(), beijing())]
    mean_of_seoul(tmp_path, [80, 80])

    (episode,) = judged(at("2018-01-16 02:00"))
    judged(at("2018-01-16 02:00"))

    thread = AlertThread.objects.get()
    assert (episode.thread, thread.title_en) == (
        thread,
        "Seoul: advisory for PM2.5 since 2018-01-16 02:00 KST",
    )
    assert thread.title_ko == "서울: PM2.5 주의보, 2018-01-16 02:00 KST부터"
    assert sorted(Notice.objects.values_list("member", flat=True)) == sorted(each.pk for each in officers)


def test_what_was_over_long_ago_opens_no_thread_and_tells_nobody(tmp_path):
    member_with(Role.LIAISON, seoul())
    mean_of_seoul(tmp_path, [80, 80, 30])

    (episode,) = judged(at("2018-01-19 04:00"))

    assert (episode.thread, Notice.objects.count()) == (None, 0)


def test_what_ended_three_days_ago_is_told_still(tmp_path):
    mean_of_seoul(tmp_path, [80, 80, 30])

    (episode,) = judged(at("2018-01-19 03:00"))

    assert episode.thread is not None
    assert said() == [
        (
            "alert",
            "On since 2018-01-16 02:00 KST; highest stage: advisory; highest value: 80.0 µg/m³. "
            "Ended: 2018-01-16 03:00 KST.",
        )
    ]


def test_an_upgrade_is_to_be_acknowledged_and_the_end_is_told(tmp_path):
    mean_of_seoul(tmp_path, [80, 80])
    judged(at("2018-01-16 02:00"))
    mean_of_seoul(tmp_path, [160, 160], first="2018-01-16 03:00", name="b.csv")
    judged(at("2018-01-16 04:00"))
    mean_of_seoul(tmp_path, [30], first="2018-01-16 05:00", name="c.csv")
    judged(at("2018-01-16 05:00"))

    kinds_and_words = [(kind, text.split(".")[0]) for kind, text in said()]
    assert kinds_and_words[1:] == [
        ("alert", "Upgraded to warning"),
        ("update", "Ended: 2018-01-16 05:00 KST"),
    ]


def test_hours_that_change_neither_stage_nor_state_are_not_told(tmp_path):
    mean_of_seoul(tmp_path, [80, 80])
    judged(at("2018-01-16 02:00"))
    mean_of_seoul(tmp_path, [95, 95], first="2018-01-16 03:00", name="b.csv")
    judged(at("2018-01-16 04:00"))

    assert len(said()) == 1


def test_a_withdrawn_alert_keeps_its_thread_and_says_so(tmp_path):
    mean_of_seoul(tmp_path, [80, 80])
    (episode,) = judged(at("2018-01-16 02:00"))
    mean_of_seoul(tmp_path, [60], name="corrected.csv")
    judged(at("2018-01-16 02:00"))

    episode.refresh_from_db()
    assert (episode.state, episode.thread) == ("withdrawn", AlertThread.objects.get())
    assert said()[1][1].startswith("Withdrawn: values were corrected, and no longer bear the alert out.")


def test_an_alert_that_values_late_revive_is_to_be_acknowledged_anew(tmp_path):
    mean_of_seoul(tmp_path, [80, 80, 30])
    judged(at("2018-01-16 03:00"))
    mean_of_seoul(tmp_path, [70], first="2018-01-16 03:00", name="corrected.csv")
    judged(at("2018-01-16 03:00"))

    kind, text = said()[1]
    assert (kind, text.split(".")[0]) == ("alert", "In force again, by values that came late")


def test_a_warning_of_beijing_says_that_it_is_computed_after_the_fact(tmp_path):
    days_of_beijing(tmp_path, [60, 260])

    judged(datetime.datetime(2018, 1, 11, 17, tzinfo=datetime.UTC))

    assert said()[0][1].endswith("Levels are computed after the fact, from days measured.")
