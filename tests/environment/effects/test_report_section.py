import datetime

import pytest

from committee.printing.content import Chart, Paragraph, Scope, Table
from environment.effects.report_section import linked_projects
from tests.factories.air_link import ProjectAirLinkFactory
from tests.factories.city import beijing, seoul
from tests.factories.city_day import days_of
from tests.factories.effect import computed

pytestmark = pytest.mark.django_db


def blocks():
    scope = Scope(1, None, datetime.date(2018, 1, 1), "en", (seoul().pk, beijing().pk))
    (section,) = linked_projects(scope)
    return section.blocks[0].blocks


def test_figures_come_with_their_intervals():
    days_of(seoul(), {"2016-05-01": 40.0, "2016-05-02": 60.0, "2017-05-01": 20.0, "2017-05-02": 50.0})
    computed(ProjectAirLinkFactory(city=seoul()))

    table = next(block for block in blocks() if isinstance(block, Table))

    assert table.caption == "Seoul, the whole city: PM2.5, µg/m³"
    assert table.rows[0].cells[:2] == ("Mean of the baseline", "50.0 µg/m³")
    assert table.rows[2].cells[:2] == ("Change of the mean", "−15.0 µg/m³")
    assert all(" to " in row.cells[2] for row in table.rows[:4])


def test_too_few_values_give_words_and_no_number_and_no_chart():
    days_of(seoul(), {"2016-05-01": 40.0, "2017-05-01": 20.0})
    computed(ProjectAirLinkFactory(city=seoul()))

    (table,) = [block for block in blocks() if isinstance(block, Table)]

    assert {row.cells[1] for row in table.rows} == {"not enough data"}
    assert not [block for block in blocks() if isinstance(block, Chart)]


def test_what_was_not_computed_yet_says_so():
    ProjectAirLinkFactory(city=seoul())

    assert blocks() == (
        Paragraph("Seoul, the whole city: PM2.5. The figures were not computed yet.", manner="nothing"),
    )


def test_without_links_there_is_no_part():
    assert linked_projects(Scope(1, None, datetime.date(2018, 1, 1), "en", ())) == ()
