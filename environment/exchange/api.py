"""Deliveries under `/api/v1/air/deliveries/`: a city's own system pushes, and fetches its receipts."""

import gzip
import io
import zlib
from collections.abc import Mapping
from typing import IO, Any

from django.http import Http404
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiExample, OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.authentication import SessionAuthentication
from rest_framework.exceptions import APIException, ParseError, UnsupportedMediaType, ValidationError
from rest_framework.parsers import BaseParser
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from committee.pages.api_descriptions import PROBLEM_BY_KEY, refused
from environment.exchange.authentication import (
    IsMachine,
    IsMachineOrMember,
    MachineAuthentication,
    PushesOfAnAccount,
)
from environment.exchange.document import MOST_VALUES, Document, NotADocument, TooManyValues, read
from environment.exchange.handing_over import Body, push
from environment.exchange.models import MachineAccount
from environment.exchange.receipt_described import Receipt
from environment.exchange.receipts import receipt_of, receipt_url
from environment.measurements.models import Delivery, Pollutant, ReferenceState

LARGEST_SENT, LARGEST_UNPACKED = 32 * 2**20, 64 * 2**20
LONGEST_KEY = 255


class TooLarge(APIException):
    status_code = 413


class LengthRequired(APIException):
    status_code = 411
    default_detail = "Send the body in one piece, with its Content-Length."


class PushBody(BaseParser):
    """Reads a JSON body as bytes, unpacked as far as a push may reach and no further."""

    media_type = "application/json"

    def parse(  # type: ignore[override]
        self, stream: IO[Any], media_type: str | None = None, parser_context: Mapping[str, Any] | None = None
    ) -> Body:
        headers = (parser_context or {})["request"].headers
        sent = stream.read(LARGEST_SENT + 1)
        if len(sent) > LARGEST_SENT:
            raise TooLarge(f"A body has at most {LARGEST_SENT // 2**20} MB as it is sent.")
        encoding = headers.get("Content-Encoding", "identity").strip().lower()
        if encoding not in ("gzip", "x-gzip", "identity", ""):
            raise UnsupportedMediaType(encoding, detail=f"Content-Encoding {encoding}: send gzip or none.")
        is_packed = encoding.endswith("gzip")
        return Body(sent, _unpacked(sent) if is_packed else sent, is_packed)


def _unpacked(sent: bytes) -> bytes:
    try:
        # Never more than this is unpacked, whatever the packed body claims.
        content = gzip.GzipFile(fileobj=io.BytesIO(sent)).read(LARGEST_UNPACKED + 1)
    except (gzip.BadGzipFile, zlib.error, EOFError) as error:
        raise ParseError("The body is said to be gzip and cannot be unpacked.") from error
    if len(content) > LARGEST_UNPACKED:
        raise TooLarge(f"A body has at most {LARGEST_UNPACKED // 2**20} MB unpacked.")
    return content


class DeclaredUnit(serializers.Serializer[Any]):
    """`reference_state` says to which temperature gases in µg/m³ or mg/m³ were reduced."""

    unit = serializers.ChoiceField(["µg/m³", "mg/m³", "ppm", "ppb"])
    reference_state = serializers.ChoiceField(ReferenceState.choices, required=False)


class PushedValue(serializers.Serializer[Any]):
    station = serializers.CharField(help_text="Code or any name of a station of your city.")
    pollutant = serializers.ChoiceField(Pollutant.choices)
    hour = serializers.DateTimeField(help_text="End of the hour, ISO 8601 with its offset.")
    value = serializers.FloatField(allow_null=True, help_text="null where there is none.")


class PushDocument(serializers.Serializer[Any]):
    status = serializers.ChoiceField(["provisional", "confirmed"], default="provisional")
    units = serializers.DictField(child=DeclaredUnit(), help_text="Pollutant → unit and reference state.")
    values = PushedValue(many=True, help_text=f"1 to {MOST_VALUES:,} values.")


class AcceptedPush(serializers.Serializer[Any]):
    delivery = serializers.IntegerField()
    state = serializers.ChoiceField(Delivery.State.choices)
    receipt = serializers.URLField()


EXAMPLE = OpenApiExample(
    "One hour of one station",
    value={
        "status": "provisional",
        "units": {"pm25": {"unit": "µg/m³"}, "o3": {"unit": "ppm"}},
        "values": [
            {"station": "111123", "pollutant": "pm25", "hour": "2026-03-01T10:00:00+09:00", "value": 23},
            {"station": "종로구", "pollutant": "o3", "hour": "2026-03-01T10:00:00+09:00", "value": None},
        ],
    },
    request_only=True,
)


class DeliveriesView(APIView):
    """Hand a delivery over. It is kept before the answer, and taken in soon after it."""

    authentication_classes = [MachineAuthentication]
    permission_classes = [IsMachine]
    throttle_classes = [PushesOfAnAccount]
    parser_classes = [PushBody]

    @extend_schema(
        operation_id="air_delivery_push",
        request=PushDocument,
        examples=[EXAMPLE],
        parameters=[
            OpenApiParameter(
                "Idempotency-Key",
                OpenApiTypes.STR,
                OpenApiParameter.HEADER,
                required=True,
                description="Yours to choose, one a delivery; again with the same body it changes nothing.",
            ),
            OpenApiParameter(
                "Content-Encoding",
                OpenApiTypes.STR,
                OpenApiParameter.HEADER,
                enum=["gzip", "identity"],
                description="How the body is packed; left out: not at all.",
            ),
        ],
        responses={
            202: OpenApiResponse(AcceptedPush, "Kept; Location is the address of the receipt."),
            400: OpenApiResponse(PROBLEM_BY_KEY, "No delivery, nothing was kept: key of the body → problem."),
            401: refused("The token is not known or was revoked."),
            411: refused("The body came in pieces, without its Content-Length."),
            413: refused("Too large, or too many values; nothing was kept."),
            415: refused("Another type than JSON, or another packing than gzip."),
            422: refused("The key came with another body before; nothing was changed."),
            429: refused("Too many within a minute; Retry-After says when."),
        },
    )
    def post(self, request: Request) -> Response:
        key, body = _key(request), request.data
        if not isinstance(body, Body):  # REST framework asks no parser where there is nothing to read
            raise (
                LengthRequired if "Transfer-Encoding" in request.headers else ParseError("The body is empty.")
            )
        document = _document(body)
        accepted = push(account=request.auth, key=key, body=body, document=document)
        delivery = accepted.delivery
        address = receipt_url(delivery)
        headers = {"Location": address}
        if accepted.is_repetition:
            headers["Idempotent-Replayed"] = "true"
        answer = {"delivery": delivery.pk, "state": delivery.state, "receipt": address}
        return Response(answer, status=202, headers=headers)


def _key(request: Request) -> str:
    key = request.headers.get("Idempotency-Key", "").strip()
    if not key or len(key) > LONGEST_KEY or not key.isprintable():
        detail = f"Send an Idempotency-Key of 1 to {LONGEST_KEY} characters, another one with each delivery."
        raise ValidationError({"Idempotency-Key": detail})
    return key


def _document(body: Body) -> Document:
    try:
        return read(body.content)
    except NotADocument as error:
        raise ValidationError(error.problems) from error
    except TooManyValues as error:
        detail = f"A delivery has at most {MOST_VALUES:,} values. Send several, each under a key of its own."
        raise TooLarge(detail) from error


class ReceiptView(APIView):
    """What became of a delivery. A machine account sees the deliveries of its own city alone."""

    authentication_classes = [MachineAuthentication, SessionAuthentication]
    permission_classes = [IsMachineOrMember]

    @extend_schema(
        operation_id="air_delivery_receipt",
        parameters=[
            OpenApiParameter(
                "delivery_id", OpenApiTypes.INT, OpenApiParameter.PATH, description="Number of the delivery."
            )
        ],
        responses={
            200: Receipt,
            401: refused("Neither a token that is known nor a member who is signed in."),
            404: refused("No such delivery, or not one of your city."),
        },
    )
    def get(self, request: Request, delivery_id: int) -> Response:
        deliveries = Delivery.objects.select_related("city", "handover", "clock_check__station")
        if isinstance(request.auth, MachineAccount):
            deliveries = deliveries.filter(city=request.auth.city)
        delivery = deliveries.filter(pk=delivery_id).first()
        if delivery is None:
            raise Http404
        return Response(receipt_of(delivery))
