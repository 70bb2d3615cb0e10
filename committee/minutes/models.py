from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from committee.agendas.models import AgendaItem
from committee.cities.models import City
from committee.documents.attachments import Documented
from committee.history.models import Record
from committee.languages.models import Titled
from committee.languages.wording import Trilingual
from committee.meetings.models import Meeting
from committee.members.models import Member
from committee.minutes import wording


def _was_circulated() -> Exists:
    return Exists(MinutesVersion.objects.filter(minutes=OuterRef("pk")))


class MinutesQuerySet(models.QuerySet["Minutes"]):
    def visible_to(self, member: Member) -> "MinutesQuerySet":
        """Until they are circulated minutes are seen by the host city only, then by every member."""
        return self.filter(_was_circulated() | Q(meeting__host=member.city_id))

    def circulated(self) -> "MinutesQuerySet":
        """Those that both cities know, also while they are revised."""
        return self.filter(_was_circulated())

    def in_brief(self) -> "MinutesQuerySet":
        """With what says where minutes stand, in a fixed number of queries."""
        return self._with(MinutesVersion.objects.with_answers().defer("content"))

    def in_full(self) -> "MinutesQuerySet":
        """With what each version says, which may be long."""
        return self._with(MinutesVersion.objects.with_answers())

    def _with(self, versions: "VersionQuerySet") -> "MinutesQuerySet":
        return self.select_related("meeting__host", "meeting__subcommittee").prefetch_related(
            models.Prefetch("versions", versions)
        )

    def unanswered_by(self, city: City) -> "MinutesQuerySet":
        """Circulated ones whose latest version the city has not agreed to."""
        waiting = MinutesVersion.objects.latest_ones().filter(
            answers__city=city, answers__member__isnull=True
        )
        return self.filter(state=Minutes.State.CIRCULATED, versions__in=waiting)


class Minutes(Record, Documented):
    """The minutes of one meeting: written by its host, circulated to both secretariats, agreed by both."""

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state of minutes", "being written")
        CIRCULATED = "circulated", _("circulated")
        AGREED = "agreed", _("agreed")

    meeting = models.OneToOneField(
        Meeting,
        on_delete=models.PROTECT,
        editable=False,
        related_name="minutes",
        verbose_name=_("meeting"),
    )
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.DRAFT, editable=False
    )
    agreed_hash = models.CharField(
        _("fingerprint of what was agreed"), max_length=64, blank=True, editable=False
    )

    objects = MinutesQuerySet.as_manager()

    class Meta:
        ordering = ["-meeting__starts_on", "-pk"]
        verbose_name = _("minutes")
        verbose_name_plural = pgettext_lazy("of several meetings", "minutes")
        constraints = [
            models.CheckConstraint(
                condition=(Q(state="agreed") & ~Q(agreed_hash="")) | (~Q(state="agreed") & Q(agreed_hash="")),
                name="minutes_agreed_with_their_hash",
            ),
        ]

    def __str__(self) -> str:
        return gettext("Minutes: %(meeting)s") % {"meeting": self.meeting.title}

    def get_absolute_url(self) -> str:
        return reverse("minutes", args=[self.pk])

    @property
    def title(self) -> str:
        return str(self)

    @cached_property
    def latest(self) -> "MinutesVersion | None":
        """The version circulated last; None before the first time."""
        return max(self.versions.all(), key=lambda version: version.number, default=None)

    @property
    def is_draft(self) -> bool:
        return self.state == self.State.DRAFT

    @property
    def is_agreed(self) -> bool:
        return self.state == self.State.AGREED

    @property
    def printable_state(self) -> str:
        return wording.printable_state(self)


class MinutesSection(Record, Titled):
    """A part of the minutes under its own heading, in up to three languages; on an agenda item or free."""

    part_of = "minutes"

    minutes = models.ForeignKey(
        Minutes,
        on_delete=models.CASCADE,
        editable=False,
        related_name="sections",
        verbose_name=_("minutes"),
    )
    agenda_item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="minutes_sections",
        verbose_name=_("agenda item"),
    )
    position = models.PositiveSmallIntegerField(_("position"), editable=False)
    text_ko = models.TextField(_("text in Korean"), blank=True)
    text_zh_hans = models.TextField(_("text in Chinese"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)

    text = Trilingual("text", _("text"))

    class Meta(Titled.Meta):
        abstract = False
        ordering = ["minutes", "position", "pk"]
        verbose_name = _("section of minutes")
        verbose_name_plural = _("sections of minutes")
        constraints = [
            *Titled.Meta.constraints,
            models.UniqueConstraint(
                fields=["minutes", "agenda_item"],
                name="minutes_section_once_an_agenda_item",
                violation_error_message=_("This agenda item has its section already."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return f"{self.minutes.get_absolute_url()}#section-{self.pk}"


class VersionQuerySet(models.QuerySet["MinutesVersion"]):
    def latest_ones(self) -> "VersionQuerySet":
        """The latest version of each set of minutes."""
        newer = MinutesVersion.objects.filter(minutes=OuterRef("minutes"), number__gt=OuterRef("number"))
        return self.filter(~Exists(newer))

    def with_answers(self) -> "VersionQuerySet":
        answers = CityAnswer.objects.select_related("city", "member")
        return self.select_related("circulated_by__city").prefetch_related(
            models.Prefetch("answers", answers)
        )


class MinutesVersion(models.Model):
    """What minutes said when they were circulated, and by when an answer is asked. Never changed."""

    minutes = models.ForeignKey(
        Minutes, on_delete=models.CASCADE, related_name="versions", verbose_name=_("minutes")
    )
    number = models.PositiveSmallIntegerField(_("version"))
    content = models.JSONField()
    fingerprint = models.CharField(_("fingerprint"), max_length=64)
    circulated_by = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="circulated_minutes", verbose_name=_("circulated by")
    )
    circulated_at = models.DateTimeField(_("circulated at"))
    answer_by = models.DateField(_("answer asked by"))
    # Languages that both cities go without, by name; every other one is complete.
    without_ko = models.BooleanField(_("without Korean"), default=False)
    without_zh_hans = models.BooleanField(_("without Chinese"), default=False)
    without_en = models.BooleanField(_("without English"), default=False)

    objects = VersionQuerySet.as_manager()

    class Meta:
        ordering = ["minutes_id", "-number"]
        verbose_name = _("version of minutes")
        verbose_name_plural = _("versions of minutes")
        constraints = [
            models.UniqueConstraint(fields=["minutes", "number"], name="minutes_version_number_once"),
            models.CheckConstraint(
                condition=~Q(without_ko=True, without_zh_hans=True, without_en=True),
                name="minutes_version_in_some_language",
                violation_error_message=_("Minutes are in at least one language."),
            ),
        ]

    def __str__(self) -> str:
        return gettext("version %(number)s") % {"number": self.number}

    def get_absolute_url(self) -> str:
        return reverse("minutes_version", args=[self.minutes_id, self.number])

    @property
    def unanswered(self) -> list["CityAnswer"]:
        """The answers that are still asked for, the host's first."""
        return [answer for answer in self.answers.all() if answer.member is None]


class CityAnswer(models.Model):
    """One city's agreement to one version of minutes: asked with the version, given by one of its members."""

    version = models.ForeignKey(MinutesVersion, on_delete=models.CASCADE, related_name="answers")
    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="+", verbose_name=_("city"))
    member = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        related_name="agreed_minutes",
        verbose_name=_("agreed by"),
    )
    at = models.DateTimeField(_("agreed at"), null=True)

    class Meta:
        # The host is asked first.
        ordering = ["version_id", "pk"]
        verbose_name = _("answer to minutes")
        verbose_name_plural = _("answers to minutes")
        constraints = [
            models.UniqueConstraint(fields=["version", "city"], name="minutes_answered_once_a_city"),
            models.UniqueConstraint(fields=["version", "member"], name="minutes_answered_once_a_member"),
            models.CheckConstraint(
                condition=Q(member__isnull=True, at__isnull=True) | Q(member__isnull=False, at__isnull=False),
                name="minutes_answered_by_someone",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.version}: {self.city}"
