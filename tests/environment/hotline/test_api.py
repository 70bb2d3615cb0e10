import io
import json

import pytest
from django.core.management import call_command

from committee.members.models import Role
from tests.environment.hotline.given import two_days_of_seoul
from tests.factories.city import seoul
from tests.factories.member import member_with

pytestmark = pytest.mark.django_db
ASKED = {"city": "seoul", "pollutant": "pm25", "period": "day", "from": "2020-01-01", "to": "2020-01-03"}


@pytest.fixture
def reader(client, tmp_path):
    client.force_login(member_with(Role.OBSERVER, seoul()))
    two_days_of_seoul(tmp_path)
    return client


@pytest.mark.parametrize("station", [{}, {"station": "종로구"}])
def test_the_api_answers_what_the_command_prints(reader, station):
    printed = io.StringIO()
    asked = {**ASKED, **station}
    call_command("air_series", *[word for pair in asked.items() for word in (f"--{pair[0]}", pair[1])],
                 "--format", "json", stdout=printed)  # fmt: skip

    answer = reader.get("/api/v1/air/series/", asked)

    assert answer.json() == json.loads(printed.getvalue())
    assert [row["mean"] for row in answer.json()] == [20.0, 40.0]


@pytest.mark.parametrize(
    ("wrong", "field"),
    [
        ({"city": "paris"}, "city"),
        ({"pollutant": "pm1"}, "pollutant"),
        ({"to": "2020-01-01"}, "to"),
        ({"station": "nowhere"}, "station"),
        ({"period": "hour", "to": "2021-01-01"}, "to"),
    ],
)
def test_a_wrong_question_is_named(reader, wrong, field):
    answer = reader.get("/api/v1/air/series/", {**ASKED, **wrong})

    assert answer.status_code == 400
    assert list(answer.json()) == [field]
