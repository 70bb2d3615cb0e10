"""Pushes as a city's own system does, and takes them in as a worker does."""

import gzip
import json

from django.test import Client

from environment.exchange.taking_in import take_in_until
from environment.models import Delivery

ADDRESS = "/api/v1/air/deliveries/"
UNITS = {"pm25": {"unit": "µg/m³"}, "pm10": {"unit": "µg/m³"}, "o3": {"unit": "ppm"}}
HOUR = "2026-03-01T10:00:00+09:00"


def value(value=23, station="111123", pollutant="pm25", hour=HOUR, **more):
    return {"station": station, "pollutant": pollutant, "hour": hour, "value": value, **more}


def document(*values, units=UNITS, **head):
    return {**head, "units": units, "values": list(values)}


def post(token, body, key="one", *, packed=False, **headers):
    content = body if isinstance(body, bytes) else json.dumps(body).encode()
    if packed:
        content, headers = gzip.compress(content), {**headers, "Content-Encoding": "gzip"}
    headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": key, **headers}
    return Client().post(ADDRESS, content, content_type="application/json", headers=headers)


def taken_in(answer) -> Delivery:
    """Do what the worker does after a push was accepted."""
    assert answer.status_code == 202, answer.content
    list(take_in_until(answer.json()["delivery"]))
    return Delivery.objects.get(pk=answer.json()["delivery"])


def delivered(token, *values, key="one", **head) -> Delivery:
    return taken_in(post(token, document(*values, **head), key))
