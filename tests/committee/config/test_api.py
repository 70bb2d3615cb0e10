"""The API against its own description."""

import re

import pytest
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema

from committee.pages.api_pages import AnswerPages

# No day, no number, no choice; a spreadsheet's and a database's favourites among the signs.
ODD = "=9'\"%(x)s‥한"


@pytest.fixture
def description(db):
    GENERATOR_STATS.reset()
    return SchemaGenerator().get_schema(public=True)


def test_the_description_is_valid_and_leaves_nothing_to_guess(description):
    validate_schema(description)

    assert (dict(GENERATOR_STATS._error_cache), dict(GENERATOR_STATS._warn_cache)) == ({}, {})


def test_odd_parameters_never_break_an_answer(description, secretary, signed_in):
    reader = signed_in(secretary)
    asked = [
        (path, parameter["name"])
        for path, operations in description["paths"].items()
        for parameter in operations.get("get", {}).get("parameters", [])
        if parameter["in"] == "query"
    ]

    answers = {(path, name): reader.get(path, {name: ODD}).status_code for path, name in asked}

    assert len(answers) > 30
    assert {ask: status for ask, status in answers.items() if status not in (200, 400)} == {}


@pytest.mark.parametrize(("limit", "shown"), [("2", 2), ("1000", 1000), ("1001", 1000), ("9" * 20, 1000)])
def test_an_answer_holds_a_thousand_records_at_most(limit, shown, secretary, signed_in):
    answer = signed_in(secretary).get("/api/v1/cities/", {"limit": limit, "offset": "0"})

    assert (answer.status_code, AnswerPages().get_limit(answer.renderer_context["request"])) == (200, shown)


@pytest.mark.parametrize("number", ["999999", "9" * 20])
def test_a_record_that_is_nowhere_is_not_found_by_any_method(number, description, secretary, signed_in):
    keeper = signed_in(secretary)
    asked = [
        (method, re.sub(r"\{(?:id|link)\}", number, path))
        for path, operations in description["paths"].items()
        for method in operations
        if re.search(r"\{(?:id|link)\}", path)
    ]

    answers = {ask: getattr(keeper, ask[0])(ask[1]).status_code for ask in asked}

    assert len(answers) > 10
    assert set(answers.values()) == {404}
