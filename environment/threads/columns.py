"""What the file of the alert threads holds."""

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of
from environment.threads.models import AlertThread


def _state(thread: AlertThread) -> str:
    if thread.closing:
        return pgettext("state of an alert thread", "closed")
    return pgettext("state of an alert thread", "open")


def _awaited(thread: AlertThread) -> str:
    return "; ".join(str(city) for city in thread.cities_waited_for)


THREAD_COLUMNS = columns_of(
    AlertThread,
    *columns("title"),
    "city",
    "opened_at",
    Column(_("State"), _state),
    Column(_("Whose turn"), _awaited),
    Column(_("Latest message"), lambda thread: thread.latest.sent_at),
)
