import datetime

from environment.models import ClockCheck, Delivery, Handover
from tests.factories.city import seoul

RECEIVED = datetime.datetime(2020, 3, 1, tzinfo=datetime.UTC)


def held_delivery(**fields) -> Delivery:
    """Seoul's upload that looks nine hours late."""
    delivery = Delivery.objects.create(
        **{
            "source": "seoul-hourly",
            "city": seoul(),
            "name": "late.csv",
            "received_at": RECEIVED,
            "way": "upload",
            "state": "held",
            **fields,
        }
    )
    Handover.objects.create(delivery=delivery, content_sha256="0" * 64, seen_alive_at=RECEIVED)
    ClockCheck.objects.create(
        delivery=delivery,
        result="differs",
        method="city",
        against="seoul-hourly",
        pollutant="pm25",
        lag_hours=9,
        best=0.97,
        at_none=0.02,
        compared=2,
        differing=2,
    )
    return delivery
