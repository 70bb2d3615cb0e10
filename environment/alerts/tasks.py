from celery import shared_task
from django.utils import timezone

from committee.cities.models import City
from environment.alerts.judging import judge_changes


@shared_task(name="environment.alerts.judge_changes")
def judge_changed_air() -> None:
    for city in City.objects.all():
        judge_changes(city=city, now=timezone.now())
