"""The indices of days under `/api/v1/air/indices/`."""

import datetime
from typing import Any

from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from committee.cities.models import City
from committee.pages.api_descriptions import NOT_SIGNED_IN, WRONG_PARAMETERS, parameter
from environment.indices.days import DayIndex, days
from environment.standards import RULE_NAMES, rule_named
from environment.stations.recognition import spelling, stations_by_name

MOST_DAYS = 3660


class IndicesParameters(serializers.Serializer[dict[str, Any]]):
    """What indices are asked by; `from` is a word of Python, so the field is entered by its name."""

    city = serializers.SlugRelatedField("code", queryset=City.objects.all())
    station = serializers.CharField(required=False)
    rule = serializers.ChoiceField(RULE_NAMES, required=False)
    to = serializers.DateField()

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {**super().get_fields(), "from": serializers.DateField()}

    def validate(self, asked: dict[str, Any]) -> dict[str, Any]:
        if asked["to"] <= asked["from"]:
            raise serializers.ValidationError({"to": "The period ends before it starts."})
        if (asked["to"] - asked["from"]).days > MOST_DAYS:
            raise serializers.ValidationError({"to": f"At most {MOST_DAYS} days at a time."})
        if name := asked.get("station"):
            asked["station"] = stations_by_name(asked["city"]).get(spelling(name))
            if asked["station"] is None:
                raise serializers.ValidationError(
                    {"station": "This city has no station of this name or code."}
                )
        return asked


class DayIndexSerializer(serializers.Serializer[Any]):
    """One local day; `rule` is null before the first one, `index` where the rule gives none.

    `category` is the rule's own in English, `responsible` the pollutants with the highest sub-index,
    `missing` those that the rule lacks.
    """

    day = serializers.DateField()
    rule = serializers.CharField(allow_null=True)
    rule_verified = serializers.BooleanField(allow_null=True)
    index = serializers.IntegerField(allow_null=True)
    category = serializers.CharField(allow_null=True)
    responsible = serializers.ListField(child=serializers.CharField())
    missing = serializers.ListField(child=serializers.CharField())


def as_record(found: DayIndex) -> dict[str, Any]:
    index = found.index
    return {
        "day": found.day,
        "rule": index.rule.name if index else None,
        "rule_verified": index.rule.verified if index else None,
        "index": found.value,
        "category": str(index.category) if index and index.category else None,
        "responsible": list(index.responsible) if index else [],
        "missing": list(index.missing) if index else [],
    }


class IndicesView(APIView):
    """The index of each day from `from` to before `to`, under `rule` or the one in force there that day."""

    @extend_schema(
        operation_id="air_indices",
        parameters=[
            parameter("city", OpenApiTypes.STR, "Code of the city, such as `seoul`.", required=True),
            parameter(
                "station", OpenApiTypes.STR, "Code or any name of a station; left out: the whole city."
            ),
            parameter(
                "rule",
                OpenApiTypes.STR,
                "The rule to judge by; left out: the one in force in the city on each day.",
                enum=RULE_NAMES,
            ),
            parameter("from", OpenApiTypes.DATE, "First local day.", required=True),
            parameter("to", OpenApiTypes.DATE, "The day after the last one.", required=True),
        ],
        responses={
            200: DayIndexSerializer(many=True),
            400: WRONG_PARAMETERS,
            403: NOT_SIGNED_IN,
        },
    )
    def get(self, request: Request) -> Response:
        parameters = IndicesParameters(data=request.query_params)
        parameters.is_valid(raise_exception=True)
        asked = parameters.validated_data
        start: datetime.date = asked["from"]
        rule = rule_named(asked["rule"]) if "rule" in asked else None
        found = days(asked.get("station") or asked["city"], start, asked["to"], rule)
        return Response([as_record(one) for one in found])
