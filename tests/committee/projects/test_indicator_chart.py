import datetime
from decimal import Decimal

import pytest
from django.urls import reverse

from committee.models import Indicator, ProgressUpdate, ReportedValue
from committee.printing.charts import chart_svg
from committee.projects.indicator_chart import LONGEST_BETWEEN, indicator_chart, legend_in_words, points_of
from tests.factories.indicator import IndicatorFactory, IndicatorValueFactory
from tests.factories.update import UpdateFactory, confirmed_update, submitted_update

pytestmark = pytest.mark.django_db
START = datetime.date(2018, 6, 30)
DAY = datetime.timedelta(days=1)


def valued(indicator: Indicator, *days: datetime.date) -> Indicator:
    for day in days:
        IndicatorValueFactory(indicator=indicator, on=day)
    return indicator


def reporting(indicator: Indicator, update: ProgressUpdate, on: datetime.date) -> None:
    ReportedValue.objects.create(update=update, indicator=indicator, on=on, value=Decimal(7))


def drawn(indicator: Indicator) -> dict[str, object]:
    return indicator_chart(indicator, points_of(indicator), width=400)


def test_confirmed_values_are_told_from_the_others_by_their_form():
    indicator = IndicatorFactory()
    update = confirmed_update(project=indicator.project)
    IndicatorValueFactory(indicator=indicator, on=START, reported_in=update)
    valued(indicator, START + DAY)
    reporting(indicator, submitted_update(project=indicator.project), START + 2 * DAY)
    reporting(indicator, UpdateFactory(project=indicator.project), START + 3 * DAY)

    found = [(point.on, point.is_confirmed) for point in points_of(indicator)]

    assert found == [(START, True), (START + DAY, False), (START + 2 * DAY, False)]


def test_what_came_later_is_not_drawn():
    indicator = valued(IndicatorFactory(), START, START + DAY)

    assert [point.on for point in points_of(indicator, until=START)] == [START]


def test_values_that_are_summed_are_drawn_as_the_sum_up_to_their_day():
    indicator = IndicatorFactory(rule=Indicator.Rule.SUM)
    for days, value in enumerate((2, 4)):
        IndicatorValueFactory(indicator=indicator, on=START + days * DAY, value=value)
    reporting(indicator, submitted_update(project=indicator.project), START + 2 * DAY)
    reporting(indicator, submitted_update(project=indicator.project), START + 3 * DAY)

    points = points_of(indicator)

    assert [point.value for point in points] == [2, 6, 13, 13]
    assert legend_in_words(indicator, points) == "Each point is the sum of the values up to its day."


@pytest.mark.parametrize(("between", "runs"), [(LONGEST_BETWEEN, [0, 0]), (LONGEST_BETWEEN + DAY, [0, 1])])
def test_the_line_breaks_where_nothing_was_reported(between, runs):
    indicator = valued(IndicatorFactory(), START, START + between)

    line = next(layer for layer in drawn(indicator)["layer"] if layer["mark"]["type"] == "line")

    assert [value["run"] for value in line["data"]["values"]] == runs


def test_the_legend_explains_what_is_there():
    day = {"baseline_on": START, "target_on": START}
    plain = IndicatorFactory()
    whole = valued(IndicatorFactory(baseline=1, target=9, **day), START, START + 2 * LONGEST_BETWEEN)

    words = [legend_in_words(each, points_of(each)) for each in (plain, whole)]

    assert words == [
        "",
        "The dashed line is the target. The dotted line is the baseline. "
        "The line breaks where nothing was reported for more than a year.",
    ]


def test_target_and_baseline_stand_in_the_drawing_with_their_values():
    indicator = IndicatorFactory(
        baseline=Decimal(10), baseline_on=START, target=Decimal(1200), target_on=START
    )

    svg = chart_svg(drawn(valued(indicator, START, START + DAY)), "en")

    assert ("baseline 10" in svg, "target 1,200" in svg, "not confirmed" in svg) == (True, True, True)


def test_the_picture_of_an_indicator_is_narrower_on_a_phone(secretary, signed_in):
    indicator = valued(IndicatorFactory(), START, START + DAY)
    client, address = signed_in(secretary), reverse("indicator_picture", args=[indicator.pk])

    wide, narrow = (client.get(address + query).content.decode() for query in ("", "?narrow=1"))

    assert ('width="460"' in wide, 'width="320"' in narrow) == (True, True)


@pytest.mark.parametrize(("values", "drawings"), [(1, 0), (2, 1)])
def test_the_page_draws_an_indicator_with_a_course(values, drawings, secretary, signed_in):
    indicator = valued(IndicatorFactory(), *(START + number * DAY for number in range(values)))

    page = signed_in(secretary).get(indicator.project.get_absolute_url()).content.decode()

    assert page.count(f'src="{reverse("indicator_picture", args=[indicator.pk])}"') == drawings


def test_what_waits_for_confirmation_stands_in_the_table(secretary, signed_in):
    indicator = IndicatorFactory()
    reporting(indicator, submitted_update(project=indicator.project), START)

    page = signed_in(secretary).get(indicator.project.get_absolute_url()).content.decode()

    assert "reported, not yet confirmed" in page
