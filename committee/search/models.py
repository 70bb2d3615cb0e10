import json

from django.db import connection, models
from django.db.models import Q
from django.db.models.expressions import RawSQL
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.search.query import Query
from committee.search.words_field import WordsField
from committee.subcommittees.models import Subcommittee

IN_SQLITE = "SELECT rowid FROM committee_searchwords_index WHERE committee_searchwords_index MATCH %s"
IN_POSTGRESQL = {
    # Most records have no title; an index holds the entries of those that have one in their order.
    "title": "SELECT entry_id FROM committee_searchwords WHERE title @@ %s::tsquery AND title <> ''",
    "words": "SELECT entry_id FROM committee_searchwords WHERE words @@ %s::tsquery",
}


# A list of ids as one parameter: a thousand placeholders take longer to write than the ids to be found.
THESE_IDS = {"postgresql": "SELECT unnest(%s::bigint[])", "sqlite": "SELECT value FROM json_each(%s)"}


class EntryQuerySet(models.QuerySet["SearchEntry"]):
    def containing(self, query: Query, kind: str = "") -> "EntryQuerySet":
        """Whose texts have every phrase of `query`, in whichever language; of one `kind` or of all."""
        return self.filter(pk__in=_ids_with(query, "words", kind)) if query.phrases else self.none()

    def in_title(self, query: Query) -> "EntryQuerySet":
        """Whose title has every phrase of `query`."""
        found = self.filter(has_title=True, pk__in=_ids_with(query, "title", kind=""))
        return found if query.phrases else self.none()

    def among(self, ids: list[int]) -> "EntryQuerySet":
        """Those of many ids."""
        vendor = connection.vendor
        parameter = ids if vendor == "postgresql" else json.dumps(ids)
        return self.filter(pk__in=RawSQL(THESE_IDS[vendor], [parameter]))


def _ids_with(query: Query, column: str, kind: str) -> RawSQL:
    """Return the ids found by the database's own index of words; `column` is one of `SearchWords`."""
    if connection.vendor == "postgresql":
        return RawSQL(IN_POSTGRESQL[column], [query.for_postgresql(kind)])
    return RawSQL(IN_SQLITE, [query.for_sqlite(column, kind)])


class SearchEntry(models.Model):
    """That a record can be found, and by what a finder may narrow it down. A changed record gets a new one.

    So the order of the ids is the order in which the records changed.
    """

    # The name of the record's model: `project`.
    kind = models.CharField(_("kind"), max_length=40)
    record_id = models.BigIntegerField()
    city = models.ForeignKey(City, on_delete=models.CASCADE, null=True, related_name="+")
    subcommittee = models.ForeignKey(Subcommittee, on_delete=models.CASCADE, null=True, related_name="+")
    day = models.DateField(null=True)
    # Most records have none: what looks for words in titles passes over them.
    has_title = models.BooleanField(default=False)

    objects = EntryQuerySet.as_manager()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["kind", "record_id"], name="found_once")]
        indexes = [models.Index(fields=["id"], condition=Q(has_title=True), name="found_by_a_title")]

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id}"


class SearchWords(models.Model):
    """The words of an entry, in a table of their own: counting entries then reads narrow rows."""

    entry = models.OneToOneField(SearchEntry, on_delete=models.CASCADE, primary_key=True, related_name="+")
    title = WordsField()
    # Those of the title once more among all others.
    words = WordsField()

    def __str__(self) -> str:
        return f"words of {self.entry_id}"


class WaitingRecord(models.Model):
    """A record that was written and is to be looked at; kept in the transaction of the writing."""

    kind = models.CharField(max_length=40)
    record_id = models.BigIntegerField()

    def __str__(self) -> str:
        return f"{self.kind} {self.record_id}"


class SearchIndex(models.Model):
    """One row: who holds its lock writes entries. It says by which edition of the rules they were made."""

    edition = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return f"edition {self.edition}"
