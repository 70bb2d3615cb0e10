import datetime

import pytest
import requests
from django.utils import timezone

from committee.models import Notice
from environment.exchange.taking_in import take_in_until
from environment.models import Delivery, Measurement, PullState
from environment.pulls import actions, fetching, pulling
from tests.environment.pulls.interface import BAD_KEY, NO_DATA, OVER_QUOTA, interface, rows, seoul_now

pytestmark = pytest.mark.django_db(transaction=True)
HOUR = datetime.timedelta(hours=1)


def due_moment(pull):
    return PullState.objects.get(pk=pull.pk).next_try_at


def run(pull):
    """Run a pull at the moment it is due."""
    return pulling.run(pull.pk, due_moment(pull))


def test_an_answer_is_kept_as_received_and_taken_in(settings):
    pull = seoul_now()
    with interface(settings, (200, rows(pm25=21))) as server:
        attempt = run(pull)

    list(take_in_until(attempt.delivery_id))

    delivery = Delivery.objects.get()
    assert (delivery.way, delivery.state, delivery.new) == ("pull", "taken_in", 6)
    with delivery.handover.content as kept:
        assert kept.read() == rows(pm25=21).encode()
    assert Measurement.objects.get(series__pollutant="pm25").value == 21
    assert server.asked == ["/secret-key/json/RealtimeCityAir/1/1000/"]


def test_the_same_answer_again_makes_no_second_delivery(settings):
    pull = seoul_now()
    with interface(settings, (200, rows())):
        outcomes = [run(pull).outcome, run(pull).outcome]

    assert outcomes == ["", "nothing-new"]
    assert Delivery.objects.count() == 1


@pytest.mark.parametrize(
    ("answer", "problem"),
    [
        ((200, BAD_KEY), "key-refused"),
        ((200, NO_DATA), "no-data"),
        ((200, OVER_QUOTA), "over-quota"),
        ((200, "<html>점검 중</html>"), "web-page"),
        ((200, rows()[:-20]), "cut-short"),
        ((200, rows()[:-20] + "…"), "cut-short"),
        ((500, "failure"), "server-error"),
        ((302, ""), "unexpected-status"),
        ((200, rows(total=25)), "not-all-rows"),
    ],
)
def test_what_goes_wrong_is_named_and_leaves_no_delivery(answer, problem, settings):
    pull = seoul_now()
    with interface(settings, answer):
        attempt = run(pull)

    assert (attempt.outcome, Delivery.objects.count()) == (problem, 0)


def test_an_interface_that_does_not_answer_is_left_in_time(settings, monkeypatch):
    monkeypatch.setattr(fetching, "SECONDS_BETWEEN_BYTES", 0.1)
    pull = seoul_now()
    with interface(settings, (None, "")):
        attempt = run(pull)

    assert attempt.outcome == "timed-out"


def test_nobody_there_is_named(settings):
    pull = seoul_now()
    settings.SEOUL_API_ADDRESS, settings.SEOUL_API_KEY = "http://127.0.0.1:1", "secret-key"

    assert run(pull).outcome == "no-connection"


def test_without_a_key_nothing_is_asked(settings):
    pull = seoul_now()
    with interface(settings, (200, rows())) as server:
        settings.SEOUL_API_KEY = ""
        attempt = run(pull)

    assert (attempt.outcome, server.asked) == ("no-key", [])


def test_a_pull_that_fails_waits_longer_each_time_and_recovers(settings):
    pull = seoul_now()
    waits = []
    with interface(settings, (500, ""), (500, ""), (500, ""), (200, rows())):
        for _each in range(3):
            moment = due_moment(pull)
            run(pull)
            waits.append((due_moment(pull) - moment).total_seconds() / 60)
        run(pull)

    state = PullState.objects.get()
    assert waits == [1, 2, 5]
    assert (state.failures, state.failing_since, state.last_problem) == (0, None, "server-error")


def test_a_pull_that_another_worker_holds_is_left_alone(settings):
    pull = seoul_now()
    moment = due_moment(pull)
    PullState.objects.update(next_try_at=moment + pulling.CLAIM)

    assert pulling.run(pull.pk, moment) is None


def test_a_killed_worker_leaves_a_pull_that_is_due_again(settings, monkeypatch):
    pull = seoul_now()
    moment = due_moment(pull)

    def killed(*_words, **_more):
        raise SystemExit

    monkeypatch.setattr(requests, "get", killed)
    settings.SEOUL_API_KEY = "secret-key"
    with pytest.raises(SystemExit):
        pulling.run(pull.pk, moment)

    assert (pulling.due(moment), pulling.due(moment + pulling.CLAIM)) == ([], [pull.pk])
    assert Delivery.objects.count() == 0


def test_officers_are_told_once_when_it_lasts(settings):
    settings.PULL_TELL_AFTER_HOURS = 3
    pull = seoul_now()
    start = due_moment(pull)
    with interface(settings, (500, "")):
        for hours in (0, 2, 4, 6):
            PullState.objects.update(next_try_at=start + hours * HOUR)
            run(pull)

    assert Notice.objects.count() == 1
    assert PullState.objects.get().told_at == start + 4 * HOUR


def test_a_paused_pull_is_not_due(settings):
    seoul_now(is_paused=True)

    assert pulling.due(timezone.now() + 2 * HOUR) == []


def test_pull_now_lets_the_next_try_be_at_once():
    pull = seoul_now()

    actions.pull_now(by=pull.city.members.get(), pull=pull)

    assert pulling.due(timezone.now()) == [pull.pk]


def test_the_schedule_follows_the_minutes_past_the_hour():
    pull = seoul_now(every_minutes=60, minutes_past=20)

    following = pull.next_after(datetime.datetime(2020, 3, 1, 5, 20, tzinfo=datetime.UTC))

    assert following == datetime.datetime(2020, 3, 1, 6, 20, tzinfo=datetime.UTC)


def test_the_key_is_kept_nowhere(settings):
    pull = seoul_now()
    with interface(settings, (500, "secret-key is wrong")):
        attempt = run(pull)

    kept = [str(vars(row)) for row in (attempt, PullState.objects.get(), pull)]
    assert [text for text in kept if "secret-key" in text] == []
