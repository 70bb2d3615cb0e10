from typing import Any

from django.core.management.base import BaseCommand
from django.db import transaction

from environment.measurements.arrivals import book_again
from environment.measurements.models import Series


class Command(BaseCommand):
    help = "Notes when values first came that were stored before the ledger was kept. It may run again."

    def handle(self, **options: Any) -> None:
        for series in Series.objects.select_related("station__city").order_by("pk"):
            with transaction.atomic():
                booked = book_again(series)
            self.stdout.write(f"{series}: {booked} values")
