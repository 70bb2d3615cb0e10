"""What the demonstration shows of alerts: episodes that follow from its air, and what was written of two."""

import datetime

from django.db import transaction

from committee.cities.models import City
from environment.alerts.judging import judge_changes
from environment.alerts.models import Episode
from environment.alerts.telling import open_thread_of
from environment.demonstration.threads import converse
from environment.threads.models import AlertThread

# As far back as the latest air that the demonstration invents.
LATEST_DAYS = 60


@transaction.atomic
def show_alerts(*, now: datetime.datetime) -> None:
    """Judge the invented air, and let both officers write about the latest alert of each city."""
    for city in City.objects.all():
        judge_changes(city=city, now=now)
        earliest = int(now.timestamp()) // 3600 - LATEST_DAYS * 24
        latest = Episode.objects.standing().filter(city=city, start_hour__gte=earliest).first()
        if latest:
            at = latest.clock.moment(latest.decisions[0]["hour"])
            thread = latest.thread or open_thread_of(latest, at)
            converse(thread, at=at, is_settled=latest.is_over)
    AlertThread.objects.update(is_illustrative=True)
