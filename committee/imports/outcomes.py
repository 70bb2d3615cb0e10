"""What becomes of each row of a list that is imported."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field

from django.db import models
from django.utils.translation import pgettext_lazy

from committee.history.readable import Change


class Verdict(models.TextChoices):
    REFUSED = "refused", pgettext_lazy("row of an imported list", "refused")
    MADE = "made", pgettext_lazy("row of an imported list", "made")
    CHANGED = "changed", pgettext_lazy("row of an imported list", "changed")
    UNCHANGED = "unchanged", pgettext_lazy("row of an imported list", "unchanged")


@dataclass(frozen=True)
class Problem:
    """What stands against a row; `label` names the column, '' for the row as a whole."""

    label: str
    text: str


@dataclass(frozen=True)
class Outcome:
    """What becomes of a row; `record_id` and `version` are those of a record that was there before."""

    line: int
    verdict: Verdict
    title: str
    record_id: int | None = None
    version: int | None = None
    changes: list[Change] = field(default_factory=list)
    problems: list[Problem] = field(default_factory=list)
    warning: str = ""


def fingerprint_of(outcomes: Sequence[Outcome]) -> str:
    """Return what differs as soon as anything else would become of any row."""
    return hashlib.sha256(repr(list(outcomes)).encode()).hexdigest()
