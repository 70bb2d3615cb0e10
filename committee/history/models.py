import datetime
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from committee.history.checks import CheckedAtOnce
from committee.languages.wording import Wording, choose


@cache
def labels_of(field: Any) -> dict[Any, Any]:
    """Return what each choice of a model's field is called, to be translated when it is shown."""
    return dict(field.flatchoices)


class Record(CheckedAtOnce):
    """Anything whose changes are kept: it carries a version that each change raises by one."""

    # The field that names the record on whose page this one is shown; empty for one with a page of its own.
    part_of: ClassVar[str] = ""
    # Field → what its kept values mean to a reader, where the field itself has no choices that say so.
    meaning_of: ClassVar[Mapping[str, Callable[[Any], Any]]] = {}

    version = models.PositiveIntegerField(default=1, editable=False)
    created_at = models.DateTimeField(auto_now_add=True, editable=False)
    # Invented by the demonstration, and marked wherever it is shown.
    is_illustrative = models.BooleanField(default=False, editable=False)

    class Meta:
        abstract = True

    def _get_FIELD_display(self, field: Any) -> Any:
        """Answer `get_…_display`; Django's own translates every choice there is, to find one of them."""
        kept = getattr(self, field.attname)
        label = labels_of(field).get(kept)
        return kept if label is None else str(label)

    @property
    def noun(self) -> str:
        """What such a record is called: “decision”, “milestone”."""
        return str(self._meta.verbose_name)

    @property
    def name_for_everybody(self) -> str:
        """What may be said of it to whoever asks, whether that reader may see it or not."""
        return str(self)

    @property
    def whole(self) -> "Record":
        """The record on whose page this one, and what became of it, is shown."""
        whole: Record = getattr(self, self.part_of) if self.part_of else self
        return whole.whole if whole is not self else self


class HistoryQuerySet(models.QuerySet["HistoryEntry"]):
    def of(self, record: models.Model) -> "HistoryQuerySet":
        """The acts on this one record."""
        kind = ContentType.objects.get_for_model(record)
        return self.filter(record_type=kind, record_id=record.pk)

    def about(self, record: models.Model) -> "HistoryQuerySet":
        """The acts on a record and on its parts, those that are gone included: what its page shows."""
        kind = ContentType.objects.get_for_model(record)
        about = self.filter(whole_type=kind, whole_id=record.pk)
        people_and_undo = ["record_type", "by", "by__city", "deletion"]
        return about.select_related(*people_and_undo).defer("deletion__rows")


class HistoryEntry(models.Model):
    """One act on one record: who did what when, and what changed from what to what. Never edited."""

    class Verb(models.TextChoices):
        CREATED = "created", _("created")
        CHANGED = "changed", _("changed")
        DELETED = "deleted", _("deleted")
        SUBMITTED = "submitted", _("submitted")
        WITHDRAWN = "withdrawn", _("withdrawn")
        CONFIRMED = "confirmed", _("confirmed")
        RETURNED = "returned", _("returned")
        CORRECTED = "corrected", _("corrected")
        RESTORED = "restored", _("brought back")
        ONE_SIDED = "one_sided", pgettext_lazy("act", "became one-sided")
        STATED = "stated", _("set its own statement beside")
        RELEASED = "released", pgettext_lazy("act", "released to the other city")
        PUBLISHED = "published", pgettext_lazy("act", "published")
        MENDED = "mended", _("wording corrected")
        CLOSED = "closed", pgettext_lazy("act", "closed")

    record_type = models.ForeignKey(ContentType, on_delete=models.PROTECT)
    record_id = models.BigIntegerField()
    record = GenericForeignKey("record_type", "record_id")
    # As it was at the time, in the language of who wrote and in each one of the readers'.
    record_title = models.CharField(max_length=500)
    record_titles = models.JSONField(default=dict)
    whole_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    whole_id = models.BigIntegerField()
    verb = models.CharField(max_length=20, choices=Verb.choices)
    at = models.DateTimeField()
    by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        related_name="acts",
        verbose_name=_("by"),
    )
    version = models.PositiveIntegerField(default=1)
    changes = models.JSONField(default=dict)
    comment = models.TextField(blank=True)

    objects = HistoryQuerySet.as_manager()

    class Meta:
        ordering = ["-at", "-id"]
        indexes = [
            models.Index(fields=["-at", "-id"], name="history_latest_first"),
            models.Index(fields=["record_type", "record_id", "-at"], name="history_of_record"),
            models.Index(fields=["whole_type", "whole_id", "-at"], name="history_about_record"),
        ]
        verbose_name = _("history entry")
        verbose_name_plural = _("history")

    def __str__(self) -> str:
        return f"{self.record_title}: {self.get_verb_display()}"

    @property
    def title(self) -> Wording | str:
        """The title that the record bore then, in the reader's language."""
        if not self.record_titles:
            return self.record_title
        return choose(self.record_titles, get_language() or settings.LANGUAGE_CODE)

    @property
    def is_of_a_part(self) -> bool:
        return (self.record_type_id, self.record_id) != (self.whole_type_id, self.whole_id)

    @property
    def kind(self) -> str:
        """What the record is called: “decision”, “milestone”."""
        model = self.record_type.model_class()
        return str(model._meta.verbose_name) if model else self.record_type.model


class DeletionQuerySet(models.QuerySet["Deletion"]):
    def of(self, record_type: ContentType, record_id: int) -> "DeletionQuerySet":
        return self.filter(entry__record_type=record_type, entry__record_id=record_id)

    def undoable(self, now: datetime.datetime) -> "DeletionQuerySet":
        """Those that are not undone yet and not too long ago, the latest first."""
        since = now - datetime.timedelta(days=settings.UNDO_DAYS)
        return self.filter(restored__isnull=True, entry__at__gte=since).order_by("-entry__at", "-pk")


class Deletion(models.Model):
    """All that went with a deleted record, row by row, so that it can be brought back as it was."""

    entry = models.OneToOneField(HistoryEntry, on_delete=models.PROTECT, related_name="deletion")
    # [{"model": …, "columns": {name: text}}, …], the record first.
    rows = models.JSONField()
    restored = models.OneToOneField(
        HistoryEntry, on_delete=models.PROTECT, null=True, related_name="undone_deletion"
    )

    objects = DeletionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = pgettext_lazy("of a record", "deletion")
        verbose_name_plural = pgettext_lazy("of records", "deletions")
        constraints = [
            models.CheckConstraint(
                condition=Q(restored__isnull=True) | ~Q(restored=F("entry")),
                name="deletion_undone_by_another_act",
            ),
        ]

    def __str__(self) -> str:
        return str(self.entry)

    def get_absolute_url(self) -> str:
        return reverse("deletion", args=[self.pk])

    @property
    def is_undoable(self) -> bool:
        since = timezone.now() - datetime.timedelta(days=settings.UNDO_DAYS)
        return self.restored_id is None and self.entry.at >= since


class SentForm(models.Model):
    """A form that led to an act: sent again as it was, by a double click or after going back, to none."""

    digest = models.CharField(max_length=64, unique=True)
    entry = models.OneToOneField(HistoryEntry, on_delete=models.CASCADE, related_name="sent_form")

    class Meta:
        verbose_name = _("sent form")
        verbose_name_plural = _("sent forms")

    def __str__(self) -> str:
        return str(self.entry)
