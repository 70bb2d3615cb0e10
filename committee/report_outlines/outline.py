"""The sections of one meeting's report in their order, and whether that may still be changed."""

from typing import Any

from django.apps import apps
from django.conf import settings
from django.db import models

from committee.report_outlines.models import OutlineSection


def sections_of(meeting_id: int) -> list[OutlineSection]:
    """Return every section of the report in its order.

    One that nobody has arranged is not saved; it stands behind the one that comes before it in the settings.
    """
    kept = {each.section: each for each in OutlineSection.objects.of(meeting_id)}
    usual = [path for path, _title in settings.REPORT_SECTIONS]
    order = [path for path in kept if path in usual]
    for place, path in enumerate(usual):
        if path not in kept:
            order.insert(order.index(usual[place - 1]) + 1 if place else 0, path)
    return [kept.get(path) or OutlineSection(section=path) for path in order]


def general_meetings() -> models.QuerySet[Any]:
    """The meetings, found by name: their room stands above this one."""
    return apps.get_model("committee", "GeneralMeeting")._default_manager.select_related("host")


def frozen_report(meeting: Any) -> Any | None:
    """Return the latest report to a meeting when what it says is frozen; its room stands above this one."""
    latest = meeting.reports.select_related("meeting").first()
    return latest if latest and latest.is_frozen else None
