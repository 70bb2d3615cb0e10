from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from committee.models import City, HistoryEntry, Member, ProjectKind, Subcommittee
from tests.factories.city import seoul

pytestmark = pytest.mark.django_db


def said_by(command: str, *args: str, **options: Any) -> str:
    said = StringIO()
    call_command(command, *args, stdout=said, **options)
    return said.getvalue()


def test_a_committee_is_founded_with_two_cities_and_four_subcommittees():
    said = said_by("found_committee")

    assert said == "Cities: seoul, beijing\nSubcommittees: economy, culture, education, environment\n"
    assert (City.objects.count(), Subcommittee.objects.count()) == (2, 4)


def test_a_committee_is_founded_once():
    seoul()

    with pytest.raises(CommandError, match="founded already"):
        said_by("found_committee")


def test_the_first_member_signs_in_with_the_printed_password():
    said_by("found_committee")

    said = said_by("add_member", "first", city="seoul", role="secretariat", name_ko="김하나")

    password = said.split("password")[1].split()[0]
    assert Client().login(username="first", password=password) is True
    assert Member.objects.get().is_secretariat is True


def test_nobody_is_named_as_the_one_who_entered_the_first_member():
    said_by("found_committee")

    said_by("add_member", "first", city="seoul", role="secretariat", name_en="First")

    assert HistoryEntry.objects.of(Member.objects.get()).get().by is None


@pytest.mark.parametrize(
    ("options", "problem"),
    [
        ({"city": "busan", "role": "secretariat", "name_en": "One"}, "Known: seoul, beijing"),
        ({"city": "seoul", "role": "co_lead", "name_en": "One"}, "need a subcommittee"),
        ({"city": "seoul", "role": "secretariat"}, "at least one language"),
    ],
)
def test_what_does_not_fit_is_said(options, problem):
    said_by("found_committee")

    with pytest.raises(CommandError, match=problem):
        said_by("add_member", "first", **options)

    assert Member.objects.count() == 0


def test_a_committee_is_founded_with_its_kinds_of_projects():
    said_by("found_committee")

    youth = ProjectKind.objects.get(name_en="Youth exchange and 1:1 matching")
    assert youth.figures_only is True
    assert [str(figure.at_most) for figure in youth.figures.all()] == ["None", "None", "Applied"]
    assert [str(indicator.figure) for indicator in youth.indicators.all()] == [
        "Applied",
        "Matched or took part",
    ]
    assert ProjectKind.objects.filter(is_general=True).count() == 1


def test_an_older_installation_is_given_the_kinds_once_the_general_one_apart():
    ProjectKind.objects.all().delete()

    said = said_by("found_project_kinds")

    assert said.startswith("Kinds of projects: Forum, conference or exhibition, Workshop or training, ")
    assert ProjectKind.objects.count() == 7
    with pytest.raises(CommandError, match="besides the general one"):
        said_by("found_project_kinds")
