"""Every write of promises."""

import datetime
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.actions import keep_changes, keep_deletion, keep_new, lock
from committee.members.models import Member
from committee.pages.permissions import require
from committee.rules import BrokenRule
from environment.ledger.models import Promise
from environment.ledger.permissions import may_create_promise, may_edit_promise
from environment.stations.models import Station

A_DAY = datetime.timedelta(days=1)
# What a version takes over from the one before unless the writer says otherwise.
TERMS = (
    "title_ko",
    "title_zh_hans",
    "title_en",
    "pollutants",
    "first_label",
    "last_label",
    "valid_until",
    "deadline_hours",
    "shortest_gap_hours",
    "agreement",
    "commitment",
)


def create_promise(*, by: Member, stations: Iterable[Station] = (), **fields: Any) -> Promise:
    """Write down what the member's own city promised."""
    require(may_create_promise(by))
    chosen = _of_the_city(by.city, stations)
    return keep_new(by=by, record=Promise(city=by.city, **fields), stations=chosen)


def edit_promise(*, by: Member, promise: Promise, seen_version: int | None = None, **changes: Any) -> Promise:
    require(may_edit_promise(by, promise))
    if "stations" in changes:
        changes["stations"] = _of_the_city(promise.city, changes["stations"])
    return keep_changes(by=by, record=promise, changes=changes, seen_version=seen_version)


@transaction.atomic
def follow_promise(
    *, by: Member, promise: Promise, valid_from: datetime.date, stations: Iterable[Station], **terms: Any
) -> Promise:
    """Let other terms hold from `valid_from` on: the version before ends the day before.

    Raises:
        BrokenRule: another version follows already, or the day does not lie after the first one.
    """
    require(may_edit_promise(by, promise))
    before = lock(promise)
    if Promise.objects.filter(follows=before).exists():
        raise BrokenRule(_("Another version follows this one already. Let the new one follow that."))
    if not before.is_valid_on(valid_from) or valid_from == before.valid_from:
        raise BrokenRule(
            _("The new version begins while this one is valid, after its first day."), field="valid_from"
        )
    kept = {name: getattr(before, name) for name in TERMS}
    keep_changes(by=by, record=before, changes={"valid_until": valid_from - A_DAY})
    version = Promise(city=before.city, follows=before, valid_from=valid_from, **{**kept, **terms})
    return keep_new(by=by, record=version, stations=_of_the_city(before.city, stations))


def delete_promise(*, by: Member, promise: Promise) -> None:
    """Delete a promise that no version follows; the one before stays ended as it was."""
    require(may_edit_promise(by, promise))
    keep_deletion(by=by, record=promise)


def _of_the_city(city: City, stations: Iterable[Station]) -> list[Station]:
    chosen = list(stations)
    if any(station.city_id != city.pk for station in chosen):
        raise BrokenRule(_("A city promises values of its own stations."), field="stations")
    return chosen
