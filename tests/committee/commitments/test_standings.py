import calendar
import datetime

import pytest

from committee.commitments.standings import Standing, first_day_heard
from committee.models import Commitment, ProgressUpdate, Project
from tests.factories.agreement import AgreementFactory
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory, kept_commitment
from tests.factories.project import ProjectFactory
from tests.factories.update import UpdateFactory, confirmed_update, submitted_update

TODAY = datetime.date(2020, 8, 31)
LONG_AGO = datetime.date(2016, 1, 1)


def day(text: str) -> datetime.date:
    return datetime.date.fromisoformat(text)


@pytest.mark.parametrize(
    ("on", "first"),
    [
        ("2020-07-15", "2020-01-15"),
        ("2020-01-15", "2019-07-15"),
        ("2020-08-28", "2020-02-28"),
        ("2020-08-29", "2020-02-29"),
        ("2020-08-30", "2020-03-01"),
        ("2021-08-29", "2021-03-01"),
        ("2021-02-28", "2020-08-28"),
        ("2021-03-01", "2020-09-01"),
        ("2020-12-31", "2020-07-01"),
        ("2020-06-30", "2019-12-30"),
    ],
)
def test_six_months_end_with_the_month_where_the_day_is_not_in_it(on, first):
    assert first_day_heard(day(on)) == day(first)


def six_months_later(start: datetime.date) -> datetime.date:
    years, month = divmod(start.month + 5, 12)
    year, month = start.year + years, month + 1
    return start.replace(year=year, month=month, day=min(start.day, calendar.monthrange(year, month)[1]))


def test_silence_begins_the_day_after_six_months_on_every_day_of_four_years():
    days = [day("2019-01-01") + datetime.timedelta(days=number) for number in range(4 * 366)]

    wrong = [
        (heard, on)
        for heard in days
        for on in (six_months_later(heard), six_months_later(heard) + datetime.timedelta(days=1))
        if (heard < first_day_heard(on)) != (on > six_months_later(heard))
    ]

    assert wrong == []


def promised(**fields: object) -> Commitment:
    return CommitmentFactory(agreement=AgreementFactory(signed_on=LONG_AGO), **fields)


def carried_out(**fields: object) -> Commitment:
    """A commitment with a project that began long ago, of which nothing was heard."""
    commitment = promised()
    ProjectFactory(**{"starts_on": LONG_AGO, **fields}).commitments.add(commitment)
    return commitment


def confirmed_at(commitment: Commitment, moment: str, **fields: object) -> None:
    update = confirmed_update(project=commitment.projects.get(), **fields)
    ProgressUpdate.objects.filter(pk=update.pk).update(answered_at=datetime.datetime.fromisoformat(moment))


def standing(commitment: Commitment, on: datetime.date = TODAY) -> Standing:
    return Standing(Commitment.objects.with_standing(on).get(pk=commitment.pk).standing)


pytestmark = pytest.mark.django_db


def test_a_promise_without_a_project_says_so():
    assert standing(promised()) == Standing.NO_PROJECT


def test_a_cancelled_project_carries_nothing_out():
    assert standing(carried_out(state=Project.State.CANCELLED)) == Standing.NO_PROJECT


def test_what_is_due_today_is_not_late_and_tomorrow_it_is():
    commitment = promised(due_on=TODAY)

    assert [standing(commitment), standing(commitment, TODAY + datetime.timedelta(days=1))] == [
        Standing.NO_PROJECT,
        Standing.LATE,
    ]


def test_the_late_ones_are_the_overdue_ones():
    promised(due_on=TODAY)
    kept_commitment(due_on=LONG_AGO)
    promised(due_on=LONG_AGO)
    commitments = Commitment.objects.with_standing(TODAY)

    assert list(commitments.filter(standing="late")) == list(commitments.overdue(TODAY))


def test_what_was_kept_late_stays_kept():
    assert standing(kept_commitment(due_on=LONG_AGO)) == Standing.KEPT


def test_what_both_released_stays_released():
    commitment = promised(state=Commitment.State.RELEASED, settled_on=LONG_AGO)

    assert standing(commitment) == Standing.RELEASED


def test_what_was_kept_later_was_open_on_the_day():
    commitment = promised(state=Commitment.State.KEPT, settled_on=TODAY + datetime.timedelta(days=1))

    assert standing(commitment) == Standing.NO_PROJECT


def test_nothing_heard_since_long_ago_is_silence():
    assert standing(carried_out()) == Standing.SILENT


@pytest.mark.parametrize(("starts_on", "expected"), [("2020-03-01", "on_track"), ("2020-02-29", "silent")])
def test_silence_counts_from_the_start_of_the_project(starts_on, expected):
    assert standing(carried_out(starts_on=day(starts_on)), day("2020-08-30")) == expected


def test_silence_counts_from_the_signing():
    commitment = CommitmentFactory(agreement__signed_on=day("2020-03-01"))
    ProjectFactory(starts_on=LONG_AGO).commitments.add(commitment)

    assert [standing(commitment, day("2020-09-01")), standing(commitment, day("2020-09-02"))] == [
        Standing.ON_TRACK,
        Standing.SILENT,
    ]


def test_what_is_not_signed_yet_is_not_silent():
    commitment = CommitmentFactory(agreement__signed_on=None, agreement__state="draft")
    ProjectFactory(starts_on=LONG_AGO).commitments.add(commitment)

    assert standing(commitment) == Standing.ON_TRACK


def test_an_update_confirmed_six_months_ago_to_the_day_still_counts():
    commitment = carried_out()
    confirmed_at(commitment, "2020-02-29T03:00+00:00")

    assert [standing(commitment, day("2020-08-29")), standing(commitment, day("2020-08-30"))] == [
        Standing.ON_TRACK,
        Standing.SILENT,
    ]


@pytest.mark.parametrize(
    ("city", "answering_city", "expected"),
    [(seoul, beijing, Standing.SILENT), (beijing, seoul, Standing.ON_TRACK)],
)
def test_the_day_is_that_of_the_city_that_confirmed(city, answering_city, expected):
    """It was 00:30 on 1 March in Seoul and 23:30 on 29 February in Beijing."""
    commitment = carried_out()
    confirmed_at(commitment, "2020-02-29T15:30+00:00", city=city(), answering_city=answering_city())

    assert standing(commitment, day("2020-08-30")) == expected


def test_what_was_confirmed_later_was_not_heard_on_the_day():
    commitment = carried_out()
    confirmed_at(commitment, "2020-09-01T03:00+00:00")

    assert standing(commitment) == Standing.SILENT


def test_what_only_one_city_stands_by_does_not_end_the_silence():
    commitment = carried_out()
    submitted_update(project=commitment.projects.get())
    UpdateFactory(project=commitment.projects.get())

    assert standing(commitment) == Standing.SILENT


def test_one_project_heard_of_is_enough():
    commitment = carried_out()
    confirmed_at(commitment, "2020-08-01T03:00+00:00")
    ProjectFactory(starts_on=LONG_AGO).commitments.add(commitment)

    assert standing(commitment) == Standing.ON_TRACK


def test_every_standing_is_explained():
    assert [each for each in Standing if not each.rule] == []
