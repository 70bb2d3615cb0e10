"""How long prints of minutes are kept: the last one in its languages for good."""

import datetime

from django.conf import settings

from committee.minutes_prints.models import MinutesPrint


def drop_superseded(now: datetime.datetime) -> int:
    """Delete what was printed PRINT_DAYS ago and has been printed again since; return how many prints.

    The file goes before its row: what breaks off in between is done again.
    """
    since = now - datetime.timedelta(days=settings.PRINT_DAYS)
    dropped = 0
    for old in MinutesPrint.objects.superseded().filter(finished_at__lt=since).only("pdf"):
        old.pdf.delete(save=False)
        old.delete()
        dropped += 1
    return dropped
