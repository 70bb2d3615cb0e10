import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from committee.filters.models import RECENT, ListFilter
from committee.languages.wording import Words, in_each_language
from committee.rules import BrokenRule

# Who types a word or chooses one thing after the other uses one filter, not one for each step.
ONE_USE = datetime.timedelta(minutes=1)


class NameTaken(BrokenRule):
    """Another filter of the same list has the name."""

    def __init__(self) -> None:
        super().__init__(_("Another filter of this list has this name."), field="name")


def note_used(*, by: Any, page: str, query: str, words: Words, now: datetime.datetime) -> None:
    """Keep that a member narrowed a list down; what was used within the minute before is replaced.

    Args:
        query: as `filter_in` returns it.
        words: the filter in the words of the page, in every language; where they say nothing, it is not kept.
    """
    known = ListFilter.objects.of(by, page).filter(query=query).first() if query else None
    if known is None:
        said = in_each_language(words) if query else {}
        if any(said.values()):
            _keep_recent(by, page, query, said, now)
    elif now - known.used_at > ONE_USE:
        ListFilter.objects.filter(pk=known.pk).update(used_at=now)


@transaction.atomic
def save_filter(*, by: Any, page: str, query: str, name: str, now: datetime.datetime) -> ListFilter:
    """Keep a filter under a name, a recent one included; one kept before gets the new name.

    Raises:
        NameTaken: when another filter of this list has the name.
    """
    kept = ListFilter.objects.of(by, page)
    if kept.named().filter(name=name).exclude(query=query).exists():
        raise NameTaken
    saved, _is_new = ListFilter.objects.update_or_create(
        member=by, page=page, query=query, defaults={"name": name, "used_at": now}
    )
    return saved


@transaction.atomic
def forget_filter(*, by: Any, kept: ListFilter) -> None:
    """Drop a filter of the member's own."""
    ListFilter.objects.filter(member=by, pk=kept.pk).delete()


@transaction.atomic
def _keep_recent(by: Any, page: str, query: str, said: dict[str, str], now: datetime.datetime) -> None:
    recent = ListFilter.objects.of(by, page).recent()
    recent.filter(used_at__gt=now - ONE_USE).delete()
    # Another request of the member may have kept it meanwhile.
    ListFilter.objects.get_or_create(
        member=by, page=page, query=query, defaults={"used_at": now, "said": said}
    )
    older = list(recent.values_list("pk", flat=True)[RECENT:])
    recent.filter(pk__in=older).delete()
