import datetime
import uuid

import factory

from environment.models import Delivery, RejectedReading
from tests.factories.series import SeriesFactory


class DeliveryFactory(factory.django.DjangoModelFactory):
    class Meta:
        model = Delivery

    source = "seoul-hourly"
    name = "march.csv"
    received_at = datetime.datetime(2020, 3, 2, tzinfo=datetime.UTC)


class RejectedReadingFactory(factory.django.DjangoModelFactory):
    """One reading above what an instrument can show, of 2020-03-01 09:00 in Seoul."""

    class Meta:
        model = RejectedReading

    series = factory.SubFactory(SeriesFactory)
    delivery = factory.SubFactory(DeliveryFactory, city=factory.SelfAttribute("..series.station.city"))
    file = "march.csv"
    line = 7
    reason = "implausible"
    reading = "종로구 pm25 553405"
    raw = "202003010900,종로구,553405"
    hour = 439632
    value = 553405.0
    fingerprint = factory.LazyFunction(lambda: uuid.uuid4().hex)
