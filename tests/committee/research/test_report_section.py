import datetime

import pytest

from committee.models import Study
from committee.printing.content import Facts, Lines, Paragraph, Scope, Status, Tone
from committee.research.report_section import research_blocks
from tests.factories.city import beijing, seoul
from tests.factories.project import ProjectFactory
from tests.factories.study import InstituteFactory, ResearcherFactory, ResearchProjectFactory, StudyFactory

START, END = datetime.date(2018, 3, 19), datetime.date(2020, 3, 19)
DAY = datetime.timedelta(days=1)


@pytest.fixture
def scope(db) -> Scope:
    return Scope(1, START, END, "en", (beijing().pk, seoul().pk))


@pytest.fixture
def project(db):
    return ResearchProjectFactory()


def test_a_project_of_another_kind_says_nothing_of_research(scope):
    assert research_blocks(ProjectFactory(), scope) == ()


def test_institutes_stand_in_the_order_of_protocol_with_their_researchers(project, scope):
    ResearcherFactory(institute__project=project, institute__name_en="Institute")
    InstituteFactory(project=project, city=beijing(), name_en="Academy")

    facts, nothing = research_blocks(project, scope)

    assert facts == Facts(
        (
            ("Institute in Beijing", Lines(("Academy", "0 researchers"))),
            ("Institute in Seoul", Lines(("Institute", "1 researcher"))),
        )
    )
    assert nothing == Paragraph("No study is recorded.", manner="nothing")


@pytest.mark.parametrize(
    ("published_on", "cells"),
    [
        (END, (Status("published", Tone.GOOD), "March 19, 2020")),
        (END + DAY, (Status("under way", Tone.CALM), "—")),
    ],
)
def test_a_study_is_told_as_it_stood_on_the_last_day(project, scope, published_on, cells):
    StudyFactory(project=project, state=Study.State.PUBLISHED, published_on=published_on, used_en="PM2.5")

    row = research_blocks(project, scope)[0].rows[0]

    assert (row.cells[1], row.cells[2:]) == ("PM2.5", cells)


def test_a_study_that_begins_later_is_not_told(project, scope):
    StudyFactory(project=project, starts_on=END + DAY)
    begun = StudyFactory(project=project, starts_on=END, series="air/explorer/")

    rows = research_blocks(project, scope)[0].rows

    assert [row.cells[:2] for row in rows] == [(begun.title_en, "Measurements of the hotline")]
