"""Which commitments a report may print, see REPORT_RECORDS in the settings."""

from collections.abc import Iterable

from committee.commitments.models import Commitment


def printable(ids: Iterable[int]) -> set[int]:
    """Return those that a report may print: all that are there, both cities know them."""
    return set(Commitment.objects.filter(pk__in=ids).values_list("pk", flat=True))
