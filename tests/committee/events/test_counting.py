import datetime
from decimal import Decimal

import pytest

from committee.events.actions import Counted, delete_event, edit_event, enter_figures
from committee.events.counting import take_indicators
from committee.events.rules import TakenOverAlready
from committee.members.models import Role
from committee.models import Event, EventFigure, Indicator, IndicatorValue
from committee.progress.actions import create_update
from committee.progress.models import ProgressUpdate
from committee.progress.reported import Measured
from committee.progress.reported_rows import ReportedRowsForm
from committee.projects.actions import (
    CountedAtEvents,
    add_indicator_value,
    delete_indicator_value,
    edit_indicator_value,
)
from tests.factories.city import beijing, seoul
from tests.factories.event import EventFactory, EventFigureFactory
from tests.factories.member import member_with
from tests.factories.project_kind import KindIndicatorFactory

pytestmark = pytest.mark.django_db

MAY = datetime.date(2019, 5, 20)


@pytest.fixture
def counted(secretary) -> EventFigure:
    """Seoul counted 12 at an event on 20 May 2019; the project takes its indicator over."""
    row = EventFigureFactory()
    proposal = KindIndicatorFactory(kind=row.event.project.kind, figure=row.figure, unit_ko="명")
    take_indicators(by=secretary, project=row.event.project, proposed=[proposal])
    return row


@pytest.fixture
def indicator(counted) -> Indicator:
    return counted.event.project.indicators.get()


def values(indicator) -> list[tuple[datetime.date, Decimal]]:
    return [(each.on, each.value) for each in indicator.values.all()]


def test_an_indicator_taken_over_says_what_was_counted_before(indicator, counted):
    assert (indicator.unit_ko, indicator.figure, indicator.is_counted) == ("명", counted.figure, True)
    assert values(indicator) == [(MAY, Decimal(12))]


def test_an_indicator_is_taken_over_once(secretary, indicator):
    with pytest.raises(TakenOverAlready):
        take_indicators(by=secretary, project=indicator.project, proposed=[indicator.taken_from])


def test_a_proposal_of_another_kind_is_not_taken_over(secretary, counted):
    with pytest.raises(TakenOverAlready):
        take_indicators(by=secretary, project=counted.event.project, proposed=[KindIndicatorFactory()])


def test_an_indicator_without_a_figure_is_reported_as_before(secretary, counted):
    proposal = KindIndicatorFactory(kind=counted.event.project.kind)
    reported = take_indicators(by=secretary, project=counted.event.project, proposed=[proposal])[0]

    add_indicator_value(by=secretary, indicator=reported, on=MAY, value=Decimal(3))

    assert (values(reported), list(Indicator.objects.reported())) == ([(MAY, Decimal(3))], [reported])


def test_the_figures_of_both_cities_make_one_value(indicator, counted):
    by = member_with(Role.CO_LEAD, beijing(), counted.event.project.subcommittee)

    enter_figures(by=by, event=counted.event, numbers={counted.figure: Counted(30, None)})

    assert values(indicator) == [(MAY, Decimal(42))]


def test_two_events_on_one_day_are_two_values(secretary, indicator, counted):
    second = EventFactory(project=counted.event.project)

    enter_figures(by=secretary, event=second, numbers={counted.figure: Counted(8, None)})

    assert values(indicator) == [(MAY, Decimal(12)), (MAY, Decimal(8))]
    assert indicator.actual == Decimal(20)


def test_a_value_is_of_the_last_day_of_its_event(secretary, indicator, counted):
    edit_event(by=secretary, event=counted.event, ends_on=datetime.date(2019, 5, 22))

    assert values(indicator) == [(datetime.date(2019, 5, 22), Decimal(12))]


@pytest.mark.parametrize("state", [Event.State.PLANNED, Event.State.CANCELLED])
def test_an_event_that_was_not_held_counts_nothing(secretary, indicator, counted, state):
    event = edit_event(by=secretary, event=counted.event, state=state)
    assert values(indicator) == []

    edit_event(by=secretary, event=event, state=Event.State.HELD)

    assert values(indicator) == [(MAY, Decimal(12))]


def test_a_number_that_is_taken_back_takes_the_value_back(secretary, indicator, counted):
    enter_figures(by=secretary, event=counted.event, numbers={counted.figure: Counted(None, 12)})

    assert values(indicator) == []


def test_an_event_that_is_deleted_takes_its_value_with_it(secretary, indicator, counted):
    delete_event(by=secretary, event=counted.event)

    assert IndicatorValue.objects.count() == 0


def test_nought_is_a_value(secretary, indicator, counted):
    enter_figures(by=secretary, event=counted.event, numbers={counted.figure: Counted(0, 12)})

    assert values(indicator) == [(MAY, Decimal(0))]


def test_nobody_types_what_was_counted(secretary, indicator):
    value = indicator.values.get()

    for refused in (
        lambda: add_indicator_value(by=secretary, indicator=indicator, on=MAY, value=Decimal(3)),
        lambda: edit_indicator_value(by=secretary, value=value, on=MAY),
        lambda: delete_indicator_value(by=secretary, value=value),
    ):
        with pytest.raises(CountedAtEvents):
            refused()


def test_an_update_neither_asks_for_nor_takes_what_was_counted(indicator):
    author = member_with(Role.CO_LEAD, seoul(), indicator.project.subcommittee)
    beijing()

    with pytest.raises(CountedAtEvents):
        create_update(
            by=author,
            project=indicator.project,
            values={indicator: Measured(MAY, Decimal(3))},
            period_from=MAY,
            period_until=MAY,
            course=ProgressUpdate.Course.ON_TRACK,
            narrative_en="Held.",
        )
    form = ReportedRowsForm(project=indicator.project, update=ProgressUpdate(project=indicator.project))
    assert list(form.fields) == []


def test_the_projects_page_says_from_how_many_events_an_indicator_comes(secretary, signed_in, indicator):
    page = signed_in(secretary).get(indicator.project.get_absolute_url()).content.decode()

    assert "sum of the values, from 1 event<" in page
    assert f"/events/{indicator.values.get().counted_at_id}/" in page
