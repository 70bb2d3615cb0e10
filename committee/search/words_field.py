"""A column of tokens in their order: a `tsvector` on PostgreSQL, text that FTS5 reads on SQLite."""

from collections import defaultdict
from typing import Any

from django.db import models
from django.db.backends.base.base import BaseDatabaseWrapper

# PostgreSQL keeps no more places of one token.
MOST_PLACES = 255


class WordsField(models.Field[list[str], str]):
    """Takes a list of tokens; it is looked up by `SearchEntry.objects.containing` and never read."""

    def db_type(self, connection: BaseDatabaseWrapper) -> str:
        return "tsvector" if connection.vendor == "postgresql" else "text"

    def get_placeholder(self, value: Any, compiler: Any, connection: BaseDatabaseWrapper) -> str:
        return "%s::tsvector" if connection.vendor == "postgresql" else "%s"

    def get_db_prep_value(
        self, value: list[str], connection: BaseDatabaseWrapper, prepared: bool = False
    ) -> str:
        return _as_tsvector(value) if connection.vendor == "postgresql" else " ".join(value)


def _as_tsvector(tokens: list[str]) -> str:
    """Return the tokens with their places: `'air':1,4 'hotline':2`; they are letters and digits alone."""
    places: defaultdict[str, list[int]] = defaultdict(list)
    for place, token in enumerate(tokens, start=1):
        places[token].append(place)
    return " ".join(f"'{token}':{','.join(map(str, found[:MOST_PLACES]))}" for token, found in places.items())
