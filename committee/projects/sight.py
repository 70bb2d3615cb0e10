"""Who sees a project, and with it everything that belongs to it."""

from typing import Any, Self

from django.db import models
from django.db.models import Q

from committee.members.models import Member


def seen_by(member: Member, path: str = "") -> Q:
    """Return the condition that a member sees the project at `path` from a record: `project__`."""
    return Q(**{f"{path}draft_of__isnull": True}) | Q(**{f"{path}draft_of": member.city_id})


class PartQuerySet(models.QuerySet[Any]):
    """What belongs to projects is seen by whoever sees its project."""

    def visible_to(self, member: Member) -> Self:
        return self.filter(seen_by(member, "project__"))

    def released(self) -> Self:
        return self.filter(project__draft_of__isnull=True)
