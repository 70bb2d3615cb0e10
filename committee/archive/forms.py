from typing import Any

from django.db.models import Q, QuerySet

from committee.history.models import Deletion
from committee.languages.wording import SUFFIXES
from committee.pages.lists import RecordFilter


class DeletionFilter(RecordFilter):
    class Meta:
        model = Deletion
        fields: list[str] = []

    def search(self, records: QuerySet[Any], _name: str, words: str) -> QuerySet[Any]:
        """Search what the records were called in each language."""
        found = Q()
        for suffix in SUFFIXES:
            found |= Q(**{f"entry__record_titles__{suffix}__icontains": words.strip()})
        return records.filter(found)
