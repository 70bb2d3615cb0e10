import stat
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client

from committee.models import City, Member
from tests.factories.city import seoul

pytestmark = pytest.mark.django_db


def load(**options: Any) -> str:
    said = StringIO()
    call_command("load_demo", no_air=True, stdout=said, **options)
    return said.getvalue()


def test_the_sign_ins_are_printed_and_kept_for_this_user_alone(settings, tmp_path):
    settings.STATE_FOLDER = tmp_path

    said = load()

    kept = tmp_path / "demonstration-sign-ins.txt"
    password = said.split("password")[1].split()[0]
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


def test_if_empty_does_nothing_where_there_are_records():
    seoul()

    said = load(if_empty=True)

    assert said == "The database has records already; nothing was loaded.\n"
