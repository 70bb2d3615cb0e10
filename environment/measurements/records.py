"""The rows of a series as the command and the API hand them out."""

from typing import Any

from environment.measurements.rows import PeriodRow

KEYS = ["start", "n", "expected", "mean", "max", "unit", "source", "averaging", "reference_state", "stations"]


def as_record(row: PeriodRow) -> dict[str, Any]:
    """Return a row by the names that are handed out, its start as local time with the offset."""
    record = {key: getattr(row, key) for key in KEYS}
    return {**record, "start": row.start.isoformat(timespec="minutes")}
