import datetime

import pytest
from django.utils import translation

from committee.commitments.turns import at_turn, whose_turn, with_turn
from committee.models import Commitment
from tests.factories.city import beijing, seoul
from tests.factories.commitment import CommitmentFactory, kept_commitment
from tests.factories.project import ProjectFactory
from tests.factories.update import UpdateFactory, confirmed_update, returned_update, submitted_update

pytestmark = pytest.mark.django_db
TODAY = datetime.date(2020, 8, 31)
BOTH = ["Seoul", "Beijing"]


@pytest.fixture(autouse=True)
def in_english():
    with translation.override("en"):
        yield


def carried_out(make_update=None, **fields):
    commitment = CommitmentFactory(**fields)
    project = make_update().project if make_update else ProjectFactory()
    project.commitments.add(commitment)


def late():
    carried_out(due_on=datetime.date(2019, 12, 31))


def without_a_project():
    CommitmentFactory(promisor="one", city=beijing())


def silent():
    carried_out(promisor="one", city=seoul())


def on_track():
    commitment = CommitmentFactory()
    ProjectFactory(starts_on=TODAY).commitments.add(commitment)


def of_a_draft():
    carried_out(UpdateFactory, promisor="one", city=seoul())


def late_and_waiting():
    carried_out(submitted_update, due_on=datetime.date(2019, 12, 31))


@pytest.mark.parametrize(
    ("make", "words", "asked"),
    [
        (kept_commitment, "Nobody: kept.", []),
        (on_track, "Nobody: on track.", []),
        (late, "Waiting for both cities to keep it: it was due on Dec. 31, 2019.", BOTH),
        (without_a_project, "Waiting for Beijing to set up a project.", ["Beijing"]),
        (
            silent,
            "Waiting for Seoul to report: both have confirmed nothing for six months.",
            ["Seoul"],
        ),
        (
            of_a_draft,
            "Waiting for Seoul to report: both have confirmed nothing for six months.",
            ["Seoul"],
        ),
        (
            late_and_waiting,
            "Waiting for Beijing to confirm the update of April 1, 2018 – Sept. 30, 2018.",
            ["Beijing"],
        ),
        (
            lambda: carried_out(returned_update),
            "Waiting for Seoul to mend the returned update of April 1, 2018 – Sept. 30, 2018.",
            ["Seoul"],
        ),
        (
            lambda: carried_out(confirmed_update),
            "Waiting for both cities to report: both have confirmed nothing for six months.",
            BOTH,
        ),
    ],
)
def test_the_turn_is_said_in_words_and_found_by_city(make, words, asked):
    make()
    standing = Commitment.objects.with_standing(TODAY).filter(agreement__signed_on__lt=TODAY)

    [commitment] = with_turn(standing)

    cities = [seoul(), beijing()]
    found = [city.name_en for city in cities if at_turn(standing, city).exists()]
    assert (whose_turn(commitment), found) == (words, asked)


def test_two_projects_that_wait_for_the_same_say_it_once():
    commitment = CommitmentFactory()
    for _ in range(2):
        submitted_update().project.commitments.add(commitment)

    [read] = with_turn(Commitment.objects.with_standing(TODAY))

    assert whose_turn(read) == "Waiting for Beijing to confirm the update of April 1, 2018 – Sept. 30, 2018."


@pytest.mark.parametrize(("language", "space"), [("ko", " "), ("zh-hans", ""), ("en", " ")])
def test_two_projects_that_wait_for_something_else_say_it_as_the_language_sets_sentences(language, space):
    commitment = CommitmentFactory()
    for project in (submitted_update().project, returned_update().project):
        project.commitments.add(commitment)

    with translation.override(language):
        [read] = with_turn(Commitment.objects.with_standing(TODAY))
        said = whose_turn(read)
        sentences = [update.awaited for project in read.carried_out_by for update in project.awaited]

    assert len(sentences) == 2
    assert said == space.join(sentences)
