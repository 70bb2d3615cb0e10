"""What the file of the promises holds."""

from operator import attrgetter

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from committee.languages.wording import columns
from committee.pages.columns import Column, columns_of
from environment.ledger.models import Promise


def _stations(promise: Promise) -> str:
    return "; ".join(str(station) for station in promise.stations.all()) or _("all")


PROMISE_COLUMNS = columns_of(
    Promise,
    *columns("title"),
    "city",
    Column(gettext_lazy("Pollutants"), attrgetter("pollutants_in_words")),
    Column(gettext_lazy("Stations"), _stations),
    "valid_from",
    "valid_until",
    "deadline_hours",
)
