"""The air under `/api/v1/air/`."""

from typing import Any

from django.db.models import QuerySet
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers, viewsets
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from committee.cities.models import City
from committee.pages.api_descriptions import NOT_SIGNED_IN, WRONG_PARAMETERS, parameter
from environment.explorer.forms import MOST_DAYS
from environment.hotline.forms import StationFilter
from environment.measurements.models import Pollutant
from environment.measurements.periods import Period
from environment.measurements.queries import series_table
from environment.measurements.records import as_record
from environment.sources.registry import SOURCES
from environment.stations.models import Station
from environment.stations.recognition import spelling, stations_by_name


class StationSerializer(serializers.ModelSerializer[Station]):
    city = serializers.SlugRelatedField("code", read_only=True)  # type: ignore[var-annotated]

    class Meta:
        model = Station
        exclude = ["created_at"]


class StationViewSet(viewsets.ReadOnlyModelViewSet[Station]):
    """Stations of both cities."""

    serializer_class = StationSerializer
    filterset_class = StationFilter

    def get_queryset(self) -> QuerySet[Station]:
        return Station.objects.select_related("city")


class SeriesParameters(serializers.Serializer[dict[str, Any]]):
    """What a series is asked by; `from` is a word of Python, so `start` and `end` carry the two names."""

    city = serializers.SlugRelatedField("code", queryset=City.objects.all())
    station = serializers.CharField(required=False)
    pollutant = serializers.ChoiceField(Pollutant.choices)
    period = serializers.ChoiceField(Period.choices, default=Period.DAY)
    to = serializers.DateField()
    source = serializers.ChoiceField(sorted(SOURCES), required=False)  # type: ignore[assignment]

    def get_fields(self) -> dict[str, serializers.Field[Any, Any, Any, Any]]:
        return {**super().get_fields(), "from": serializers.DateField()}

    def validate(self, asked: dict[str, Any]) -> dict[str, Any]:
        most = MOST_DAYS.get(asked["period"])
        if asked["to"] <= asked["from"]:
            raise serializers.ValidationError({"to": "The period ends before it starts."})
        if most and (asked["to"] - asked["from"]).days > most:
            raise serializers.ValidationError(
                {"to": f"At most {most} days of {asked['period']} values at a time."}
            )
        if name := asked.get("station"):
            asked["station"] = stations_by_name(asked["city"]).get(spelling(name))
            if asked["station"] is None:
                raise serializers.ValidationError(
                    {"station": "This city has no station of this name or code."}
                )
        return asked


class PeriodRowSerializer(serializers.Serializer[Any]):
    """One period; `mean` and `max` are derived and null where nothing was received."""

    start = serializers.DateTimeField(help_text="When the period begins, with the city's offset.")
    n = serializers.IntegerField(help_text="How many values were received.")
    expected = serializers.IntegerField(help_text="How many there would be without a gap.")
    mean = serializers.FloatField(allow_null=True)
    max = serializers.FloatField(allow_null=True)
    unit = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]
    averaging = serializers.CharField()
    reference_state = serializers.CharField()
    stations = serializers.IntegerField()


class SeriesView(APIView):
    """What `manage.py air_series --format json` prints, for the same parameters; `to` is exclusive."""

    @extend_schema(
        operation_id="air_series",
        parameters=[
            parameter("city", OpenApiTypes.STR, "Code of the city, such as `seoul`.", required=True),
            parameter(
                "station", OpenApiTypes.STR, "Code or any name of a station; left out: the whole city."
            ),
            parameter(
                "pollutant", OpenApiTypes.STR, "What was measured.", required=True, enum=Pollutant.values
            ),
            parameter(
                "period", OpenApiTypes.STR, "What a row stands for; `day` if left out.", enum=Period.values
            ),
            parameter("from", OpenApiTypes.DATE, "First local day.", required=True),
            parameter("to", OpenApiTypes.DATE, "The day after the last one.", required=True),
            parameter(
                "source",
                OpenApiTypes.STR,
                "Only what this source says; left out: the one that goes first on each day.",
                enum=sorted(SOURCES),
            ),
        ],
        responses={
            200: PeriodRowSerializer(many=True),
            400: WRONG_PARAMETERS,
            403: NOT_SIGNED_IN,
        },
    )
    def get(self, request: Request) -> Response:
        parameters = SeriesParameters(data=request.query_params)
        parameters.is_valid(raise_exception=True)
        asked = parameters.validated_data
        rows = series_table(
            city=asked["city"],
            station=asked.get("station"),
            pollutant=asked["pollutant"],
            period=asked["period"],
            start=asked["from"],
            end=asked["to"],
            source=asked.get("source"),
        )
        return Response([as_record(row) for row in rows])
