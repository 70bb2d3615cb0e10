"""The kinds of records that are found, in the order of the page."""

from functools import cache

from django.conf import settings
from django.db.models import Model
from django.utils.module_loading import import_string

from committee.languages.searched import Searched


@cache
def kinds() -> dict[str, Searched]:
    """Return what each room says in its `search_entry.py`, by the name of the model."""
    found = [searched for path in settings.SEARCHED for searched in import_string(path)]
    return {searched.kind: searched for searched in found}


def kind_of(record: Model) -> str:
    """Return the name of the record's model; a proxy is one more way to look at the same records."""
    return str((record._meta.concrete_model or record)._meta.model_name)
