"""What an update says, as one value: what the other city confirms, and what is held against it later."""

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from committee.history.actions import plain
from committee.languages.wording import columns

if TYPE_CHECKING:
    from committee.progress.models import ProgressUpdate

# What a city writes of a project; the rest of an update says who wrote and answered it, and when.
WRITTEN = ["period_from", "period_until", "course", *columns("narrative", "next_steps")]
# What the other city sets beside it, where it sees the project differently.
STATED = ["statement_course", *columns("statement")]


def content_of(update: "ProgressUpdate") -> dict[str, Any]:
    """Return what the update says and the other city confirms; not who wrote or answered it, nor when."""
    milestones = [(row.milestone_id, plain(row.done_on)) for row in update.reported_milestones.all()]
    values = [(row.indicator_id, plain(row.on), plain(row.value)) for row in update.reported_values.all()]
    return {
        "project": update.project_id,
        "city": update.city_id,
        **{name: plain(getattr(update, name)) for name in WRITTEN},
        "milestones": sorted(milestones),
        "values": sorted(values),
    }


def fingerprint(content: Mapping[str, Any]) -> str:
    """Return the SHA-256 of the content in one fixed spelling."""
    spelled = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).hexdigest()
