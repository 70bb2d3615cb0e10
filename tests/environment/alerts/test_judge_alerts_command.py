from io import StringIO

import pytest
from django.core.management import call_command

from tests.environment.alerts.given import mean_of_seoul

pytestmark = pytest.mark.django_db


def test_all_days_are_judged_whatever_changed(tmp_path):
    mean_of_seoul(tmp_path, [80, 80, 30])
    told = StringIO()

    call_command("judge_alerts", "--city", "seoul", stdout=told)

    assert told.getvalue() == "seoul: 1 episodes\n"
