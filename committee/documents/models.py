from django.conf import settings
from django.contrib.contenttypes.models import ContentType
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committee.cities.models import City
from committee.history.models import Record
from committee.languages.models import Titled
from committee.languages.wording import LANGUAGES, Trilingual, suffix_of
from committee.members.models import Member

# The codes of ISO 639-2 for a signed text in both languages, and for a picture.
FILE_LANGUAGES = [*settings.LANGUAGES, ("mul", _("several languages")), ("zxx", _("no language"))]


class DocumentQuerySet(models.QuerySet["Document"]):
    def visible_to(self, member: Member) -> "DocumentQuerySet":
        """What the member may read; a withdrawn one only a secretariat and who added it."""
        readers = Document.Readers
        seats = [post.subcommittee_id for post in member.posts_now if post.subcommittee_id]
        readable = Q(readers__in=[readers.PUBLIC, readers.BOTH_CITIES])
        readable |= Q(readers=readers.ONE_CITY, city=member.city_id)
        if member.is_secretariat:
            return self.filter(readable | Q(readers=readers.SUBCOMMITTEE))
        readable |= Q(readers=readers.SUBCOMMITTEE, subcommittee__in=seats)
        return self.filter(readable, Q(withdrawn_at__isnull=True) | Q(added_by=member))

    def readable_throughout(self, city: City) -> "DocumentQuerySet":
        """What every member of a city may read."""
        readers = Document.Readers
        open_to_all = Q(readers__in=[readers.PUBLIC, readers.BOTH_CITIES])
        own = Q(readers=readers.ONE_CITY, city=city)
        return self.filter(open_to_all | own, withdrawn_at__isnull=True)

    def readable_by_both(self) -> "DocumentQuerySet":
        """What every member of both cities may read."""
        readers = Document.Readers
        return self.filter(readers__in=[readers.PUBLIC, readers.BOTH_CITIES], withdrawn_at__isnull=True)

    def public(self) -> "DocumentQuerySet":
        """What anybody may read; nothing where the site has no public part."""
        found = self.filter(readers=Document.Readers.PUBLIC, withdrawn_at__isnull=True)
        return found if settings.PUBLIC_PART else found.none()

    def of(self, record: models.Model) -> "DocumentQuerySet":
        """Those attached to `record`, signed scans before others, in the order in which they were added."""
        kind = ContentType.objects.get_for_model(record)
        attached = self.filter(attachments__record_type=kind, attachments__record_id=record.pk)
        signed_first = models.Case(models.When(kind=Document.Kind.SIGNED_TEXT, then=0), default=1)
        return attached.order_by(signed_first, "pk")

    def in_library(self) -> "DocumentQuerySet":
        return self.exclude(topic="")

    def for_lists(self) -> "DocumentQuerySet":
        """With the files, not with who uploaded them."""
        return self.select_related("city", "subcommittee").prefetch_related("files")

    def with_files(self) -> "DocumentQuerySet":
        return self.select_related("city", "subcommittee").prefetch_related(
            models.Prefetch("files", DocumentFile.objects.select_related("uploaded_by__city"))
        )


class Document(Record, Titled):
    """A text of the cooperation in its stored versions; one with a topic and a year stands in the library."""

    class Kind(models.TextChoices):
        SIGNED_TEXT = "signed_text", _("signed text")
        PAPER = "paper", pgettext_lazy("kind of document", "paper")
        PRESENTATION = "presentation", _("presentation")
        POLICY = "policy", _("policy or plan")
        LAW = "law", _("law or ordinance")
        STUDY = "study", _("study or evaluation")
        CASE = "case", _("example of practice")
        OTHER = "other", pgettext_lazy("kind of document", "other")

    class Topic(models.TextChoices):
        AIR = "air", _("air quality")
        CLIMATE = "climate", _("climate and energy")
        WATER = "water", _("water, waste and green space")
        TRANSPORT = "transport", _("transport")
        PLANNING = "planning", _("housing and city planning")
        ECONOMY = "economy", _("economy and trade")
        CULTURE = "culture", _("culture and tourism")
        EDUCATION = "education", _("education and youth")
        DIGITAL = "digital", _("digital administration")
        WELFARE = "welfare", _("health and welfare")
        SAFETY = "safety", _("safety")
        OTHER = "other", pgettext_lazy("topic", "other")

    class Readers(models.TextChoices):
        PUBLIC = "public", _("everybody, also without signing in")
        BOTH_CITIES = "both_cities", _("the members of both cities")
        ONE_CITY = "one_city", _("one city only, until it is released")
        SUBCOMMITTEE = "subcommittee", _("one subcommittee and the secretariats")

    abstract_ko = models.TextField(_("abstract in Korean"), blank=True)
    abstract_zh_hans = models.TextField(_("abstract in Chinese"), blank=True)
    abstract_en = models.TextField(_("abstract in English"), blank=True)
    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices, default=Kind.PAPER)
    signed_on = models.DateField(
        _("signed on"), null=True, blank=True, help_text=_("Of the scan of a signed text")
    )
    topic = models.CharField(_("topic"), max_length=20, choices=Topic.choices, blank=True)
    year = models.PositiveSmallIntegerField(_("year"), null=True, blank=True)
    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("from city"),
    )
    subcommittee = models.ForeignKey(
        "committee.Subcommittee",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="documents",
        verbose_name=_("subcommittee"),
    )
    readers = models.CharField(
        _("who may read"), max_length=20, choices=Readers.choices, default=Readers.BOTH_CITIES
    )
    added_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        editable=False,
        related_name="added_documents",
        verbose_name=_("added by"),
    )
    withdrawn_at = models.DateTimeField(_("withdrawn at"), null=True, blank=True, editable=False)
    withdrawn_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="withdrawn_documents",
        verbose_name=_("withdrawn by"),
    )
    withdrawn_because = models.TextField(_("reason"), blank=True)

    abstract = Trilingual("abstract", _("abstract"))
    objects = DocumentQuerySet.as_manager()

    class Meta(Titled.Meta):
        abstract = False
        ordering = [F("year").desc(nulls_last=True), "-pk"]
        verbose_name = _("document")
        verbose_name_plural = _("documents")
        constraints = [
            *Titled.Meta.constraints,
            models.CheckConstraint(
                condition=Q(topic="", year__isnull=True) | (~Q(topic="") & Q(year__isnull=False)),
                name="document_topic_and_year_together",
                violation_error_message=_("In the library a document has a topic and a year; give both."),
            ),
            models.CheckConstraint(
                condition=Q(signed_on__isnull=True) | Q(kind="signed_text"),
                name="document_signed_is_a_signed_text",
                violation_error_message=_("Only a signed text has a day of signing."),
            ),
            models.CheckConstraint(
                condition=Q(year__isnull=True) | Q(year__gte=1900, year__lte=2999),
                name="document_year_is_one",
                violation_error_message=_("Give the year with four digits."),
            ),
            models.CheckConstraint(
                condition=~Q(readers="one_city") | Q(city__isnull=False),
                name="document_inside_one_city_names_it",
                violation_error_message=_("Say which city alone may read the document."),
            ),
            models.CheckConstraint(
                condition=~Q(readers="subcommittee") | Q(subcommittee__isnull=False),
                name="document_inside_a_subcommittee_names_it",
                violation_error_message=_("Say which subcommittee may read the document."),
            ),
            models.CheckConstraint(
                condition=Q(withdrawn_at__isnull=True, withdrawn_by__isnull=True, withdrawn_because="")
                | (Q(withdrawn_at__isnull=False, withdrawn_by__isnull=False) & ~Q(withdrawn_because="")),
                name="document_withdrawn_by_whom_and_why",
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("document", args=[self.pk])

    @property
    def name_for_everybody(self) -> str:
        """The title of what both cities read; of the rest, that there is a document."""
        is_open = self.readers in (self.Readers.PUBLIC, self.Readers.BOTH_CITIES) and not self.is_withdrawn
        return str(self) if is_open else self.noun

    @property
    def is_withdrawn(self) -> bool:
        return self.withdrawn_at is not None

    @property
    def current_files(self) -> list["DocumentFile"]:
        """The newest version in each language."""
        newest: dict[str, DocumentFile] = {}
        for file in self.files.all():
            newest.setdefault(file.language, file)
        return list(newest.values())

    @property
    def earlier_files(self) -> list["DocumentFile"]:
        current = {file.number for file in self.current_files}
        return [file for file in self.files.all() if file.number not in current]


def by_hash(file: "DocumentFile", _name: str) -> str:
    """Return where a file is kept: by its content, without the end of a name that something might execute."""
    return f"documents/{file.sha256[:2]}/{file.sha256}"


class DocumentFile(models.Model):
    """One version of a document in one language, as it was handed in; never changed, never removed."""

    document = models.ForeignKey(
        Document, on_delete=models.PROTECT, related_name="files", verbose_name=_("document")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    language = models.CharField(
        _("language of the file"),
        max_length=10,
        choices=FILE_LANGUAGES,
    )
    name = models.CharField(_("file name"), max_length=255)
    size_bytes = models.PositiveBigIntegerField(_("size in bytes"))
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64, db_index=True)
    media_type = models.CharField(max_length=100)
    content = models.FileField(upload_to=by_hash, max_length=120)
    uploaded_by = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="uploaded_files", verbose_name=_("uploaded by")
    )
    uploaded_at = models.DateTimeField(_("uploaded at"))

    class Meta:
        ordering = ["document_id", "-number"]
        verbose_name = _("file")
        verbose_name_plural = pgettext_lazy("of a document", "files")
        constraints = [
            models.UniqueConstraint(fields=["document", "number"], name="document_file_number_once"),
            models.UniqueConstraint(fields=["document", "sha256"], name="document_file_content_once"),
            models.CheckConstraint(condition=Q(size_bytes__gt=0), name="document_file_is_not_empty"),
        ]

    def __str__(self) -> str:
        return f"{self.number} · {self.name} ({self.get_language_display()})"

    def get_absolute_url(self) -> str:
        return reverse("document_file", args=[self.document_id, self.number])

    @property
    def extension(self) -> str:
        return self.name.rpartition(".")[2].lower()

    @property
    def language_tag(self) -> str:
        """The tag for `hreflang`; '' where the file is not in one language."""
        return LANGUAGES.get(suffix_of(self.language), "")

    @property
    def plain_name(self) -> str:
        """A name in ASCII for what cannot read the real one."""
        return f"document-{self.document_id}-{self.number}.{self.extension}"
