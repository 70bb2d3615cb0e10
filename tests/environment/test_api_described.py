"""The OpenAPI description of the air: nothing in it is left to guess."""

import pytest
from drf_spectacular.generators import SchemaGenerator

from environment.exchange.receipt_described import Receipt
from environment.exchange.receipts import receipt_of
from tests.environment.exchange.pushing import delivered, value
from tests.factories.machine_account import machine_account


@pytest.fixture(scope="module")
def operations():
    schema = SchemaGenerator().get_schema(request=None, public=True)
    paths = {path: routes for path, routes in schema["paths"].items() if path.startswith("/api/v1/air/")}
    return {f"{verb} {path}": one for path, routes in paths.items() for verb, one in routes.items()}


def test_every_parameter_says_what_it_is(operations):
    silent = [
        (name, parameter["name"])
        for name, operation in operations.items()
        for parameter in operation.get("parameters", [])
        if not parameter.get("description")
    ]

    assert silent == []


def test_every_answer_says_what_it_holds(operations):
    vague = [
        (name, status)
        for name, operation in operations.items()
        for status, answer in operation["responses"].items()
        if answer["content"]["application/json"]["schema"] == {"type": "object", "additionalProperties": {}}
    ]

    assert vague == []


@pytest.mark.django_db
def test_a_receipt_holds_what_is_described():
    delivery = delivered(machine_account().token, value(23), value(-1, hour="2026-03-01T12:00:00+09:00"))

    receipt = receipt_of(delivery)

    described = Receipt().fields
    assert set(receipt) == set(described)
    for part in ("period", "hours_late", "afterwards"):
        assert set(receipt[part]) == set(described[part].fields)
    assert set(receipt["rejected_first"][0]) == set(described["rejected_first"].child.fields)
