"""What the secretariats do with subcommittees."""

from typing import Any

from committee.history.actions import keep_changes, keep_deletion, keep_new
from committee.members.models import Member
from committee.pages.permissions import require
from committee.subcommittees.models import Subcommittee
from committee.subcommittees.permissions import may_keep_subcommittees


def create_subcommittee(*, by: Member, **fields: Any) -> Subcommittee:
    require(may_keep_subcommittees(by))
    return keep_new(by=by, record=Subcommittee(**fields))


def edit_subcommittee(
    *, by: Member, subcommittee: Subcommittee, seen_version: int | None = None, **changes: Any
) -> Subcommittee:
    require(may_keep_subcommittees(by))
    return keep_changes(by=by, record=subcommittee, changes=changes, seen_version=seen_version)


def delete_subcommittee(*, by: Member, subcommittee: Subcommittee) -> None:
    """Delete a subcommittee that nothing names yet.

    Raises:
        StillNeeded: when it has posts, commitments, projects …
    """
    require(may_keep_subcommittees(by))
    keep_deletion(by=by, record=subcommittee)
