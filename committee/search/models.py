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


class EntryQuerySet(models.QuerySet["SearchEntry"]):
    def containing(self, query: Query, kind: str = "", column: str = "words") -> "EntryQuerySet":
        """Whose texts have every phrase of `query`, in whichever language; of one `kind` or of all.

        Args:
            column: `title` where the title has to have them.
        """
        found = self.filter(has_title=True) if column == "title" else self
        return found.filter(pk__in=_with_words(query, kind, column)) if query.phrases else self.none()

    def latest_containing(
        self, query: Query, kind: str, column: str, *, before: int, most: int
    ) -> "EntryQuerySet":
        """The latest of them, looked up by their words alone: what is joined is gone through as a whole."""
        found = _with_words(query, kind, column, latest=(before, most))
        return self.filter(pk__in=found) if query.phrases else self.none()


def these(ids: list[int]) -> RawSQL:
    """Return many ids as one parameter: a placeholder each takes longer to write than they to be found."""
    if connection.vendor == "postgresql":
        return RawSQL("SELECT unnest(%s::bigint[])", [ids])
    return RawSQL("SELECT value FROM json_each(%s)", [json.dumps(ids)])


def _with_words(query: Query, kind: str, column: str, latest: tuple[int, int] | None = None) -> RawSQL:
    """Return the ids found by the database's own index of words; `column` is one of `SearchWords`.

    Args:
        latest: how many at most, and the id before which they stand: (before, most).
    """
    is_postgresql = connection.vendor == "postgresql"
    # The title does not say of which kind the record is.
    of_kind = kind if column == "words" else ""
    words = query.for_postgresql(of_kind) if is_postgresql else query.for_sqlite(column, of_kind)
    sql, number = (IN_POSTGRESQL[column], "entry_id") if is_postgresql else (IN_SQLITE, "rowid")
    if latest is None:
        return RawSQL(sql, [words])
    sql = f"{sql} AND {number} < %s ORDER BY {number} DESC LIMIT %s"
    return RawSQL(f"SELECT unnest(ARRAY({sql}))" if is_postgresql else sql, [words, *latest])


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
