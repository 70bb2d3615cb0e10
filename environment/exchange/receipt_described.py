"""A receipt as the OpenAPI description writes it; `receipts.receipt_of` fills it."""

from typing import Any

from rest_framework import serializers

from environment.measurements.models import Delivery


class ReceiptPeriod(serializers.Serializer[Any]):
    """First and last hour of the values taken, by their ends in the city's time."""

    first_hour = serializers.DateTimeField()
    last_hour = serializers.DateTimeField()


class RejectedValue(serializers.Serializer[Any]):
    line = serializers.IntegerField(
        allow_null=True, help_text="Place in `values`, or line of the file, from 1."
    )
    reason = serializers.CharField()
    reading = serializers.CharField()
    raw = serializers.CharField(help_text="The text as received.")


class HoursLate(serializers.Serializer[Any]):
    """From the end of a new value's hour until it was received; null without new values."""

    median = serializers.FloatField(allow_null=True)
    most = serializers.FloatField(allow_null=True)


class ClockAgreement(serializers.Serializer[Any]):
    """A share of days where hours were compared with published means, else a correlation."""

    at_that_lag = serializers.FloatField()
    as_labelled = serializers.FloatField()


class ClockFound(serializers.Serializer[Any]):
    """What was found of the delivery's clock; `result` and `reason` alone where nothing was compared."""

    result = serializers.CharField()
    reason = serializers.CharField(required=False)
    compared_with = serializers.CharField(required=False)
    source = serializers.CharField(required=False)  # type: ignore[assignment]
    station = serializers.CharField(required=False)
    pollutant = serializers.CharField(required=False)
    hours_late = serializers.IntegerField(required=False)
    agreement = ClockAgreement(required=False)
    decision = serializers.CharField(required=False)


class DecidedAfterwards(serializers.Serializer[Any]):
    """What officers have decided since about rejected readings; the only part that changes later."""

    waiting = serializers.IntegerField()
    released = serializers.IntegerField()
    discarded = serializers.IntegerField()
    accepted = serializers.IntegerField(help_text="`accepted` of the delivery and the released ones.")
    latest_decision_at = serializers.DateTimeField(allow_null=True)


class Receipt(serializers.Serializer[Any]):
    """What became of a delivery. `accepted` = `new` + `unchanged` + `corrected`."""

    delivery = serializers.IntegerField()
    receipt = serializers.URLField()
    city = serializers.CharField()
    way = serializers.ChoiceField(Delivery.Way.choices)
    state = serializers.ChoiceField(Delivery.State.choices)
    source = serializers.CharField()  # type: ignore[assignment]
    name = serializers.CharField(help_text="The Idempotency-Key, or the file's name.")
    checksum = serializers.CharField(help_text="`sha256:` and the SHA-256 of the unpacked content.")
    received_at = serializers.DateTimeField()
    finished_at = serializers.DateTimeField(allow_null=True)
    period = ReceiptPeriod(allow_null=True)
    accepted = serializers.IntegerField()
    new = serializers.IntegerField()
    unchanged = serializers.IntegerField()
    corrected = serializers.IntegerField()
    missing = serializers.IntegerField()
    rejected = serializers.IntegerField()
    rejected_by_reason = serializers.DictField(child=serializers.IntegerField())
    rejected_first = RejectedValue(many=True, help_text="The first hundred of them.")
    clock = ClockFound(allow_null=True)
    hours_late = HoursLate()
    afterwards = DecidedAfterwards()
    failure = serializers.CharField(help_text="Empty unless `state` is `failed`.")
