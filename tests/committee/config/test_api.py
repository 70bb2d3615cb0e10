"""The API against its own description."""

import pytest
from drf_spectacular.drainage import GENERATOR_STATS
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.validation import validate_schema

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


def test_a_record_that_is_nowhere_is_not_found_by_any_method(description, secretary, signed_in):
    keeper = signed_in(secretary)
    asked = [
        (method, path.replace("{id}", "999999"))
        for path, operations in description["paths"].items()
        for method in operations
        if "{id}" in path
    ]

    answers = {ask: getattr(keeper, ask[0])(ask[1]).status_code for ask in asked}

    assert len(answers) > 10
    assert set(answers.values()) == {404}
