"""How refusals of the API are written, for its OpenAPI description."""

from collections.abc import Sequence
from typing import Any

from drf_spectacular.utils import OpenApiParameter, OpenApiResponse
from rest_framework import serializers


class Refusal(serializers.Serializer[Any]):
    """Why nothing was done, in a sentence."""

    detail = serializers.CharField()


PROBLEMS_OF_A_FIELD = {"type": "array", "items": {"type": "string"}}
PROBLEMS_BY_FIELD = {"type": "object", "additionalProperties": PROBLEMS_OF_A_FIELD}
# The body of a push is told one problem by key at a time.
PROBLEM_BY_KEY = {"type": "object", "additionalProperties": {"type": "string"}}


def parameter(
    name: str, kind: Any, description: str, *, required: bool = False, enum: Sequence[str] | None = None
) -> OpenApiParameter:
    return OpenApiParameter(name, kind, required=required, enum=enum, description=description)


def refused(description: str) -> OpenApiResponse:
    return OpenApiResponse(Refusal, description)


NOT_SIGNED_IN = refused("Nobody is signed in.")
WRONG_PARAMETERS = OpenApiResponse(PROBLEMS_BY_FIELD, "Parameters that cannot be answered: name → problems.")
