from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from committee.cities.models import City
from committee.documents.models import Documented
from committee.history.models import Record
from committee.languages.models import Titled, in_some_language
from committee.languages.wording import Trilingual
from committee.subcommittees.models import Subcommittee


class MeetingQuerySet(models.QuerySet["GeneralMeeting"]):
    def held(self) -> "MeetingQuerySet":
        return self.filter(state=GeneralMeeting.State.HELD)

    def before(self, meeting: "GeneralMeeting") -> "MeetingQuerySet":
        return self.filter(ordinal__lt=meeting.ordinal)

    def after(self, meeting: "GeneralMeeting") -> "MeetingQuerySet":
        return self.filter(ordinal__gt=meeting.ordinal)


class GeneralMeeting(Record):
    """A general meeting of the joint committee; the cycle runs from one held meeting to the next."""

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        POSTPONED = "postponed", _("postponed")
        HELD = "held", _("held")

    ordinal = models.PositiveSmallIntegerField(_("number"), unique=True)
    host = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="hosted_meetings", verbose_name=_("host city")
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.PLANNED)
    venue_ko = models.CharField(_("venue in Korean"), max_length=300, blank=True)
    venue_zh_hans = models.CharField(_("venue in Chinese"), max_length=300, blank=True)
    venue_en = models.CharField(_("venue in English"), max_length=300, blank=True)
    summary_ko = models.TextField(_("summary in Korean"), blank=True)
    summary_zh_hans = models.TextField(_("summary in Chinese"), blank=True)
    summary_en = models.TextField(_("summary in English"), blank=True)

    venue = Trilingual("venue", _("venue"))
    summary = Trilingual("summary", _("summary"))
    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = ["-ordinal"]
        verbose_name = _("general meeting")
        verbose_name_plural = _("general meetings")
        constraints = [
            models.CheckConstraint(condition=Q(ordinal__gte=1), name="meeting_numbers_from_one"),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
                name="meeting_ends_after_it_starts",
                violation_error_message=_("The last day is before the first day."),
            ),
            models.CheckConstraint(
                condition=~Q(state="held") | Q(starts_on__isnull=False),
                name="meeting_held_has_a_date",
                violation_error_message=_("A meeting that was held needs its first day."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=[self.pk])

    @property
    def title(self) -> str:
        return pgettext("title of a meeting", "General meeting no. %(ordinal)s") % {"ordinal": self.ordinal}


class AgendaItem(Record, Titled, Documented):
    """A point on the agenda of a general meeting, of one subcommittee or of the whole committee."""

    part_of = "meeting"

    meeting = models.ForeignKey(
        GeneralMeeting, on_delete=models.CASCADE, related_name="agenda", verbose_name=_("general meeting")
    )
    position = models.PositiveSmallIntegerField(_("position"))
    subcommittee = models.ForeignKey(
        Subcommittee,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="agenda_items",
        verbose_name=_("subcommittee"),
    )
    notes_ko = models.TextField(_("notes in Korean"), blank=True)
    notes_zh_hans = models.TextField(_("notes in Chinese"), blank=True)
    notes_en = models.TextField(_("notes in English"), blank=True)

    notes = Trilingual("notes", _("notes"))

    class Meta(Titled.Meta):
        abstract = False
        ordering = ["meeting", "position"]
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        constraints = [
            *Titled.Meta.constraints,
            models.UniqueConstraint(
                fields=["meeting", "position"],
                name="agenda_position_once",
                violation_error_message=_("Another agenda item has this position."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return f"{self.meeting.get_absolute_url()}#agenda-{self.pk}"


class Decision(Record, Documented):
    """What a general meeting decided, or what is proposed for it to decide."""

    part_of = "meeting"

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        ADOPTED = "adopted", _("adopted")

    meeting = models.ForeignKey(
        GeneralMeeting, on_delete=models.CASCADE, related_name="decisions", verbose_name=_("general meeting")
    )
    number = models.PositiveSmallIntegerField(_("number"))
    subcommittee = models.ForeignKey(
        Subcommittee,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="decisions",
        verbose_name=_("subcommittee"),
    )
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.PROPOSED)
    text_ko = models.TextField(_("text in Korean"), blank=True)
    text_zh_hans = models.TextField(_("text in Chinese"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)

    text = Trilingual("text", _("text"))

    class Meta:
        ordering = ["meeting", "number"]
        verbose_name = _("decision")
        verbose_name_plural = _("decisions")
        constraints = [
            in_some_language("text"),
            models.UniqueConstraint(
                fields=["meeting", "number"],
                name="decision_number_once",
                violation_error_message=_("Another decision of this meeting has this number."),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.meeting} · {self.number}"

    def get_absolute_url(self) -> str:
        return f"{self.meeting.get_absolute_url()}#decision-{self.pk}"
