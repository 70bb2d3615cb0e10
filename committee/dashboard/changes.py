"""What others changed since a member's previous visit, as far as the member may see it."""

import datetime
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from django.contrib.contenttypes.models import ContentType
from django.db.models import Exists, OuterRef, Q

from committee.history.models import HistoryEntry
from committee.members.models import Member
from committee.search.kinds import kinds

SHOWN = 10
# Acts read for those lines: what one member did to one record is one line, however often it was saved.
READ = 50
# Acts looked through for those that the member may see: more are asked only of who could see hardly any.
LOOKED_THROUGH = 200


@dataclass(frozen=True)
class News:
    """What one member did to one record: the latest act, the page it is seen on, how many came before."""

    entry: HistoryEntry
    address: str
    earlier: int


@dataclass(frozen=True)
class Changes:
    since: datetime.datetime | None
    news: list[News]
    has_more: bool


def changes_since(since: datetime.datetime | None, member: Member) -> Changes:
    """Return what others did last after `since`, in two queries; before the first visit, of all time.

    Acts are looked for among the last LOOKED_THROUGH acts of others.
    """
    acts = HistoryEntry.objects.exclude(by=member)
    if since:
        acts = acts.filter(at__gt=since)
    # Looked up first: sight is then asked of the kinds that were changed, not of every kind there is.
    latest = dict(acts.order_by("-at", "-pk").values_list("pk", "whole_type")[:LOOKED_THROUGH])
    seen = HistoryEntry.objects.filter(_seen_by(member, set(latest.values())), pk__in=latest)
    related = seen.select_related("record_type", "whole_type", "by__city").defer("changes", "comment")
    found = list(related[: READ + 1])
    news = _news_of(found[:READ])
    return Changes(since, news[:SHOWN], len(news) > SHOWN or len(found) > READ)


def _news_of(acts: Iterable[HistoryEntry]) -> list[News]:
    together = defaultdict(list)
    for act in acts:
        together[act.record_type_id, act.record_id, act.by_id].append(act)
    return [News(latest, _address(latest), len(earlier)) for latest, *earlier in together.values()]


def _seen_by(member: Member, changed: set[int]) -> Q:
    """Return the condition that an act was on a record whose page the member may open.

    Args:
        changed: ids of the content types that are asked for.
    """
    seen = Q(pk__in=[])
    for searched in kinds().values():
        kind = ContentType.objects.get_for_model(searched.model)
        # What becomes of members is shown to their own secretariat alone.
        if kind.pk in changed and searched.model is not Member:
            # Asked of the few newest acts alone: a list of all that may be seen would be long.
            page = searched.records(member).order_by().filter(pk=OuterRef("whole_id"))
            seen |= Q(Exists(page), whole_type=kind)
    return seen


def _address(entry: HistoryEntry) -> str:
    model = entry.whole_type.model_class()
    assert model is not None, "only kinds of records that exist are asked for"
    address: str = model(pk=entry.whole_id).get_absolute_url()  # type: ignore[attr-defined]  # a record
    return address
