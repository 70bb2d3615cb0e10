"""What of a record is found by searching; each room says it in its `search_entry.py`."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from django.db import models


@dataclass(frozen=True)
class Searched:
    """The texts by which the records of a model are found, and what a finder may narrow them down by.

    Args:
        title: trilingual text that names a record; a hit in it stands before others.
        texts: further trilingual texts.
        is_named_by_words: the record has no title of its own, `str` names it in each language.
        related: what `str` of a record needs, as `select_related` takes it.
        unread: columns that are left unread, for they are large and not shown.
        city, subcommittee: path to it from the record; '' where there is none.
        other_city: path to the city of a record that has none at `city`.
        day: path to the date by which a period finds it.
        visible_to: what a member may see, the very rows the pages show; None where every member sees all.
    """

    model: type[models.Model]
    title: str = ""
    texts: tuple[str, ...] = ()
    is_named_by_words: bool = False
    related: tuple[str, ...] = ()
    unread: tuple[str, ...] = ()
    city: str = ""
    other_city: str = ""
    subcommittee: str = ""
    day: str = ""
    visible_to: Callable[[Any], models.QuerySet[Any]] | None = None

    @property
    def kind(self) -> str:
        return str(self.model._meta.model_name)

    @property
    def has_title(self) -> bool:
        return bool(self.title) or self.is_named_by_words

    @property
    def names(self) -> str:
        """What such records are called: “decisions”."""
        return str(self.model._meta.verbose_name_plural)

    def records(self, reader: Any = None) -> models.QuerySet[Any]:
        """All records, or those that `reader` may see, with what names them."""
        records = self.model._default_manager.all()
        if reader is not None and self.visible_to is not None:
            records = self.visible_to(reader)
        # Without a name, `select_related` would follow every key.
        return (records.select_related(*self.related) if self.related else records).defer(*self.unread)
