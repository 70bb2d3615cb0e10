"""The Celery application; tasks live in the rooms' `tasks.py`."""

import os

from celery import Celery
from kombu.transport import TRANSPORT_ALIASES

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "committee.config.settings")

TRANSPORT_ALIASES["files"] = "committee.config.file_queue:Transport"

app = Celery("committee")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks(
    [
        "committee.archive",
        "committee.imports",
        "committee.delegation_books",
        "committee.minutes_prints",
        "committee.notices",
        "committee.progress",
        "committee.reminders",
        "committee.reports",
        "committee.search",
        "committee.translations",
        "environment.alerts",
        "environment.effects",
        "environment.exchange",
        "environment.gaps",
        "environment.pulls",
        "environment.threads",
    ]
)
