import json

import pytest

from environment.pulls.answers import problem_of
from tests.environment.pulls.interface import BAD_KEY, NO_DATA, OVER_QUOTA, rows


def airkorea(code="00", items=1, total=1):
    body = {"totalCount": total, "items": [{"stationName": "종로구"}] * items}
    return json.dumps({"response": {"header": {"resultCode": code, "resultMsg": "…"}, "body": body}})


@pytest.mark.parametrize(
    ("status", "answer", "problem"),
    [
        (200, rows(), ""),
        (200, "\ufeff" + rows(), ""),
        (200, BAD_KEY, "key-refused"),
        (200, NO_DATA, "no-data"),
        (200, OVER_QUOTA, "over-quota"),
        (200, rows(total=25), "not-all-rows"),
        (200, rows()[:-20], "cut-short"),
        (200, "", "empty-answer"),
        (200, "<!DOCTYPE html><html><body>점검 중</body></html>", "web-page"),
        (200, "<html><p>점검<br>중", "web-page"),
        (200, "Service unavailable", "not-readable"),
        (200, "[]", "not-readable"),
        (200, "{}", "not-readable"),
        (200, '{"RESULT": {"CODE": "ERROR-999"}}', "error-answer"),
        (200, '{"RealtimeCityAir": {"RESULT": {"CODE": "INFO-000"}, "row": []}}', "no-data"),
        (500, "", "server-error"),
        (500, "<html>500</html>", "server-error"),
        (503, rows(), "server-error"),
        (302, "", "unexpected-status"),
        (404, "not found", "service-unknown"),
        (429, "slow down", "over-quota"),
        (403, OVER_QUOTA, "over-quota"),
        (200, airkorea(), ""),
        (200, airkorea("03", items=0, total=0), "no-data"),
        (200, airkorea("22"), "over-quota"),
        (200, airkorea("30"), "key-refused"),
        (200, airkorea(total=40), "not-all-rows"),
    ],
)
def test_each_answer_is_named(status, answer, problem):
    assert problem_of(status, answer.encode()) == problem


def test_an_entity_bomb_is_not_opened():
    bomb = '<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]><RESULT><CODE>&c;</CODE></RESULT>'

    assert problem_of(200, bomb.encode()) == "not-readable"
