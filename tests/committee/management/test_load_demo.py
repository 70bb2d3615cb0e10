import stat
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from committee.founding.actions import found_committee
from committee.models import City, Member
from tests.factories.city import seoul
from tests.factories.member import MemberFactory

pytestmark = pytest.mark.django_db


def load(**options: Any) -> str:
    said = StringIO()
    call_command("load_demo", no_air=True, stdout=said, **options)
    return said.getvalue()


def test_a_committee_that_an_import_has_founded_gets_the_demonstration_and_its_sign_ins(settings, tmp_path):
    settings.STATE_FOLDER = tmp_path
    found_committee()

    said = load()

    kept = tmp_path / "demonstration-sign-ins.txt"
    password = said.split("password")[1].split()[0]
    assert City.objects.count() == 2
    assert Member.objects.filter(is_demonstration=True).count() == 22
    assert kept.read_text(encoding="utf-8") == said
    assert stat.S_IMODE(kept.stat().st_mode) == 0o600
    assert Client().login(username="liaison.beijing", password=password) is True


def test_outside_a_demonstration_it_does_not_load_and_says_what_to_set(settings):
    settings.DEMONSTRATION = False

    with pytest.raises(CommandError, match="Set DEMONSTRATION=true"):
        load()

    assert City.objects.count() == 0


def test_a_database_with_records_is_left_alone():
    seoul()

    with pytest.raises(CommandError, match="Give it an empty database"):
        load()

    assert Member.objects.count() == 0


def test_a_founded_committee_with_a_member_is_left_alone():
    found_committee()
    MemberFactory(city=City.objects.get(code="seoul"))

    with pytest.raises(CommandError, match="Give it an empty database"):
        load()

    assert Member.objects.count() == 1


def test_if_empty_does_nothing_where_there_are_records():
    seoul()

    said = load(if_empty=True)

    assert said == "The database has records already; nothing was loaded.\n"
