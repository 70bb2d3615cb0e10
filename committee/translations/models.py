import datetime
import hashlib
from collections.abc import Mapping

from django.conf import settings
from django.contrib.contenttypes.fields import GenericForeignKey
from django.contrib.contenttypes.models import ContentType
from django.contrib.contenttypes.prefetch import GenericPrefetch
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.models import Record
from committee.languages.wording import LANGUAGES, Wording, suffix_of
from committee.members.models import Member
from committee.translations.texts import label_of, translated

SUFFIX_CHOICES = [(suffix_of(code), name) for code, name in settings.LANGUAGES]


def fingerprint(text: str) -> str:
    """Return the SHA-256 of a text; how its lines end makes no difference."""
    return hashlib.sha256(text.replace("\r\n", "\n").encode()).hexdigest()


class OutdatedQuerySet(models.QuerySet["OutdatedText"]):
    def of(self, record: models.Model) -> "OutdatedQuerySet":
        return self.filter(record_type=ContentType.objects.get_for_model(record), record_id=record.pk)


class OutdatedText(models.Model):
    """A text that was left behind in one language when another language of it was changed."""

    record_type = models.ForeignKey(ContentType, on_delete=models.PROTECT, related_name="+")
    record_id = models.BigIntegerField()
    record = GenericForeignKey("record_type", "record_id")
    name = models.CharField(max_length=60)
    language = models.CharField(max_length=10, choices=SUFFIX_CHOICES)
    changed_language = models.CharField(max_length=10, choices=SUFFIX_CHOICES)
    # Of what the changed language said when this one was last in step with it.
    source_hash = models.CharField(max_length=64)
    since = models.DateTimeField()

    objects = OutdatedQuerySet.as_manager()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["record_type", "record_id", "name", "language"], name="text_outdated_once_a_language"
            ),
            models.CheckConstraint(
                condition=~Q(language=F("changed_language")), name="text_outdated_by_another_language"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.record}: {self.name} ({self.language})"

    def holds_again(self, texts: Mapping[str, str]) -> bool:
        """Whether the other language says again what it said when both were in step."""
        return fingerprint(texts[self.changed_language]) == self.source_hash


class RequestQuerySet(models.QuerySet["TranslationRequest"]):
    def visible_to(self, member: Member) -> "RequestQuerySet":
        """Those of records that the member may see; of a record that is gone, none.

        It asks at once for which kinds of records there are requests: the sight of each takes a subquery.
        """
        asked = set(TranslationRequest.objects.order_by().values_list("record_type", flat=True).distinct())
        seen = Q(pk__in=[])
        for each in translated().values():
            kind = ContentType.objects.get_for_model(each.model)
            if kind.pk in asked:
                record = each.records(member).filter(pk=OuterRef("record_id"))
                seen |= Q(record_type=kind) & Q(Exists(record))
        return self.filter(seen)

    def open(self) -> "RequestQuerySet":
        return self.filter(state__in=OPEN_STATES)

    def of(self, record: models.Model) -> "RequestQuerySet":
        return self.filter(record_type=ContentType.objects.get_for_model(record), record_id=record.pk)

    def waiting_for(self, member: Member) -> "RequestQuerySet":
        """Those of what it sees that a member of a secretariat can go on with."""
        return self.visible_to(member).next_for(member)

    def next_for(self, member: Member) -> "RequestQuerySet":
        """Those for a member of a secretariat to translate for its city, or to check."""
        if not member.is_secretariat:
            return self.none()
        asked = Q(state=TranslationRequest.State.ASKED, city=member.city_id)
        to_check = Q(state=TranslationRequest.State.TRANSLATED) & ~Q(translated_by=member)
        return self.filter(asked | to_check)

    def overdue(self, on: datetime.date) -> "RequestQuerySet":
        return self.open().filter(due_on__lt=on)

    def in_brief(self) -> "RequestQuerySet":
        people = ["asked_by", "translated_by", "checked_by"]
        named = [each.named() for each in translated().values() if each.related]
        return self.select_related("city", *people).prefetch_related(GenericPrefetch("record", named))

    def in_full(self) -> "RequestQuerySet":
        """With the kind of record and the cities of the people."""
        people = ["asked_by__city", "translated_by__city", "checked_by__city"]
        return self.in_brief().select_related("record_type", *people)


class TranslationRequest(Record):
    """One text that somebody asked a secretariat to have in a further language.

    What is translated stands here until another person has checked it; only then the record says it.
    """

    class State(models.TextChoices):
        ASKED = "asked", _("to translate")
        TRANSLATED = "translated", _("to check")
        CHECKED = "checked", _("checked")
        WITHDRAWN = "withdrawn", pgettext_lazy("of a translation", "withdrawn")

    record_type = models.ForeignKey(
        ContentType, on_delete=models.PROTECT, editable=False, related_name="+", verbose_name=_("record")
    )
    record_id = models.BigIntegerField(_("number of the record"), editable=False)
    record = GenericForeignKey("record_type", "record_id")
    name = models.CharField(_("text"), max_length=60, editable=False)
    from_language = models.CharField(
        pgettext_lazy("language of a translation", "from"), max_length=10, choices=SUFFIX_CHOICES
    )
    to_language = models.CharField(
        pgettext_lazy("language of a translation", "into"), max_length=10, choices=SUFFIX_CHOICES
    )
    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        editable=False,
        related_name="translation_requests",
        verbose_name=_("secretariat asked"),
    )
    asked_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        editable=False,
        related_name="asked_translations",
        verbose_name=_("asked by"),
    )
    due_on = models.DateField(_("due on"))
    remark = models.TextField(_("remark for the translator"), blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.ASKED, editable=False
    )
    text = models.TextField(_("translation"), blank=True)
    is_machine_draft = models.BooleanField(_("draft by a machine"), default=False, editable=False)
    # What was read while it was translated: the text, and what stood in the other language before.
    source_text = models.TextField(_("text that was translated"), blank=True, editable=False)
    found_text = models.TextField(_("text found in its place"), blank=True, editable=False)
    translated_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="translations",
        verbose_name=_("translated by"),
    )
    translated_at = models.DateTimeField(_("translated at"), null=True, blank=True, editable=False)
    checked_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="checked_translations",
        verbose_name=_("checked by"),
    )
    checked_at = models.DateTimeField(_("checked at"), null=True, blank=True, editable=False)
    returned_because = models.TextField(_("why it was given back"), blank=True, editable=False)

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering = ["due_on", "pk"]
        verbose_name = _("translation request")
        verbose_name_plural = _("translation requests")
        constraints = [
            models.UniqueConstraint(
                fields=["record_type", "record_id", "name", "to_language"],
                condition=Q(state__in=["asked", "translated"]),
                name="translation_asked_once_at_a_time",
                violation_error_message=_("This text has been asked for in this language already."),
            ),
            models.CheckConstraint(
                condition=~Q(from_language=F("to_language")), name="translation_into_another_language"
            ),
            models.CheckConstraint(
                condition=Q(
                    state__in=["translated", "checked"],
                    translated_by__isnull=False,
                    translated_at__isnull=False,
                    is_machine_draft=False,
                )
                & ~Q(text="")
                | Q(state__in=["asked", "withdrawn"], translated_by__isnull=True, translated_at__isnull=True),
                name="translation_translated_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(state="checked", checked_by__isnull=False, checked_at__isnull=False)
                | (~Q(state="checked") & Q(checked_by__isnull=True, checked_at__isnull=True)),
                name="translation_checked_by_someone",
            ),
            models.CheckConstraint(
                condition=Q(checked_by__isnull=True) | ~Q(checked_by=F("translated_by")),
                name="translation_checked_by_somebody_else",
            ),
        ]
        indexes = [models.Index(fields=["record_type", "record_id"], name="translation_of_record")]

    def __str__(self) -> str:
        return gettext("%(record)s: %(text)s, %(language)s") % {
            "record": self.record or "—",
            "text": self.text_label,
            "language": self.get_to_language_display(),
        }

    def get_absolute_url(self) -> str:
        return reverse("translation", args=[self.pk])

    @property
    def translated_record(self) -> Record:
        """The record that the text is of; whoever sees the request has seen that it is there."""
        assert isinstance(self.record, Record), "requests of records that are gone are seen by nobody"
        return self.record

    @property
    def text_label(self) -> str:
        # Django knows the kinds of records by heart.
        model = ContentType.objects.get_for_id(self.record_type_id).model_class()
        return label_of(model, self.name) if model else self.name

    @property
    def is_open(self) -> bool:
        return self.state in OPEN_STATES

    @property
    def source(self) -> Wording:
        """What the record says today in the language that is translated from."""
        return self._said(self.from_language)

    @property
    def target(self) -> Wording:
        """What the record says today in the language that is translated into."""
        return self._said(self.to_language)

    @property
    def translation(self) -> Wording:
        return Wording(self.text, LANGUAGES[self.to_language])

    @property
    def source_then(self) -> Wording:
        """What was read when it was translated."""
        return Wording(self.source_text, LANGUAGES[self.from_language])

    @property
    def is_overtaken(self) -> bool:
        """Whether one of the two texts was changed after it was translated."""
        return self.state == self.State.TRANSLATED and (
            fingerprint(self.source_text) != fingerprint(self.source)
            or fingerprint(self.found_text) != fingerprint(self.target)
        )

    def is_overdue(self, on: datetime.date) -> bool:
        return self.is_open and self.due_on < on

    def _said(self, suffix: str) -> Wording:
        return Wording(getattr(self.record, f"{self.name}_{suffix}"), LANGUAGES[suffix])


OPEN_STATES = [TranslationRequest.State.ASKED, TranslationRequest.State.TRANSLATED]
