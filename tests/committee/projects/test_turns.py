import datetime

import pytest
from django.utils import translation

from committee.models import Project
from committee.projects.turns import at_turn, whose_turn, with_turn
from tests.factories.city import beijing, seoul
from tests.factories.project import ProjectFactory
from tests.factories.update import (
    UpdateFactory,
    confirmed_update,
    differing_update,
    returned_update,
    submitted_update,
)

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2018, 11, 30)
A_YEAR_LATER = datetime.date(2019, 11, 30)
PERIOD = "April 1, 2018 – Sept. 30, 2018"


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def reported(*cities):
    project = ProjectFactory()
    for city, other in cities:
        confirmed_update(project=project, city=city, answering_city=other)


def by_both():
    reported((seoul(), beijing()), (beijing(), seoul()))


@pytest.mark.parametrize(
    ("make", "on", "words", "asked"),
    [
        (submitted_update, TODAY, f"Waiting for Beijing to confirm the update of {PERIOD}.", ["Beijing"]),
        (returned_update, TODAY, f"Waiting for Seoul to mend the returned update of {PERIOD}.", ["Seoul"]),
        (differing_update, TODAY, f"Waiting for Seoul to read the other statement on {PERIOD}.", ["Seoul"]),
        (
            lambda: ProjectFactory(draft_of=seoul()),
            TODAY,
            "Waiting for Seoul to release the draft.",
            ["Seoul"],
        ),
        (
            UpdateFactory,
            A_YEAR_LATER,
            "Waiting for the co-leads of both cities to report: nothing for more than 180 days.",
            ["Seoul", "Beijing"],
        ),
        (
            lambda: reported((seoul(), beijing())),
            TODAY,
            "Waiting for the co-lead of Beijing to report: nothing for more than 180 days.",
            ["Beijing"],
        ),
        (by_both, TODAY, "Nobody: both cities have reported lately.", []),
        (lambda: ProjectFactory(starts_on=TODAY), TODAY, "Nobody: the project is under way.", []),
        (lambda: ProjectFactory(state="completed"), TODAY, "Nobody: the project is completed.", []),
    ],
)
def test_the_turn_is_said_in_words_and_found_by_city(make, on, words, asked):
    make()

    [project] = with_turn(Project.objects.all(), on)

    cities = [seoul(), beijing()]
    found = [city.name_en for city in cities if at_turn(Project.objects.all(), city, on).exists()]
    assert (whose_turn(project), found) == (words, asked)
