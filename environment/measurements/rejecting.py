"""Keeps what a delivery held and the store did not take: each reading once, however often it comes."""

from collections.abc import Sequence
from hashlib import blake2b

from environment.measurements.arrays import Integers
from environment.measurements.models import Delivery, RejectedReading
from environment.sources.judging import Rejected

AT_ONCE = 1000
BYTES = 16


def keep_rejected(*, delivery: Delivery, rejected: Sequence[Rejected], series: Integers) -> None:
    """Keep rejected readings of a delivery; what was received before points to the first time.

    Args:
        series: ids of the series, by the keys that `rejected` name.
    """
    for start in range(0, len(rejected), AT_ONCE):
        _keep([_row(delivery, each, series) for each in rejected[start : start + AT_ONCE]])


def _keep(rows: list[RejectedReading]) -> None:
    marks = {row.fingerprint for row in rows}
    known = RejectedReading.objects.first_seen().filter(fingerprint__in=marks)
    firsts: dict[str | None, int] = dict(known.values_list("fingerprint", "pk"))
    new = {row.fingerprint: row for row in reversed(rows) if row.fingerprint not in firsts}
    RejectedReading.objects.bulk_create([row for row in rows if new.get(row.fingerprint) is row])
    firsts |= {mark: row.pk for mark, row in new.items()}
    again = [row for row in rows if new.get(row.fingerprint) is not row]
    for row in again:
        row.repeats_id, row.state = firsts[row.fingerprint], RejectedReading.State.REPEATED
    RejectedReading.objects.bulk_create(again)


def _row(delivery: Delivery, each: Rejected, series: Integers) -> RejectedReading:
    number = None if each.key is None else int(series[each.key])
    return RejectedReading(
        delivery=delivery,
        file=each.file,
        line=each.line,
        reason=each.reason,
        reading=each.reading,
        raw=each.raw,
        series_id=number,
        hour=each.hour,
        value=each.value,
        fingerprint=_fingerprint(delivery, each, number),
    )


def _fingerprint(delivery: Delivery, each: Rejected, series: int | None) -> str:
    """Return what tells a reading from others: its series, hour and number, else its text and fault."""
    if series is not None:
        parts = [str(series), str(each.hour), repr(each.value) if each.value is not None else each.reading]
    else:
        parts = [str(delivery.city_id), delivery.source, each.reason, each.raw or each.file]
        # Several cells of the weather in one row.
        parts += [each.reading] if each.reading else []
    return blake2b("\0".join(parts).encode(), digest_size=BYTES).hexdigest()
