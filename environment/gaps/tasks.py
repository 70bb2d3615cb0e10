from celery import shared_task
from django.utils import timezone

from committee.cities.models import City
from environment.gaps.finding import find_gaps


@shared_task(name="environment.gaps.find_gaps")
def look_for_gaps() -> None:
    for city in City.objects.all():
        find_gaps(city=city, now=timezone.now())
