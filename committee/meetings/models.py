import datetime
from typing import ClassVar

from django.core.validators import URLValidator
from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext

from committee.cities.models import City
from committee.documents.attachments import Documented
from committee.history.models import Record
from committee.languages.days import day_in_words
from committee.languages.models import in_some_language
from committee.languages.wording import Trilingual, columns
from committee.members.models import Member
from committee.subcommittees.models import Subcommittee


class MeetingQuerySet(models.QuerySet["Meeting"]):
    def of_the_line_of(self, meeting: "Meeting") -> "MeetingQuerySet":
        """Those that follow one another with `meeting`: of its kind and of its subcommittee, if any."""
        return self.filter(kind=meeting.kind, subcommittee=meeting.subcommittee_id)

    def named(self) -> "MeetingQuerySet":
        """With what names them alone, for lists to choose from."""
        related = self.select_related("subcommittee")
        return related.only("kind", "ordinal", "starts_on", "subcommittee", *columns("subcommittee__name"))


class GeneralMeetingQuerySet(models.QuerySet["GeneralMeeting"]):
    def held(self) -> "GeneralMeetingQuerySet":
        return self.filter(state=Meeting.State.HELD)

    def before(self, meeting: "Meeting") -> "GeneralMeetingQuerySet":
        return self.filter(ordinal__lt=meeting.ordinal)

    def after(self, meeting: "Meeting") -> "GeneralMeetingQuerySet":
        return self.filter(ordinal__gt=meeting.ordinal)


class GeneralMeetingManager(models.Manager["GeneralMeeting"]):
    """Knows general meetings alone."""

    def get_queryset(self) -> GeneralMeetingQuerySet:
        return GeneralMeetingQuerySet(self.model, using=self._db).filter(kind=Meeting.Kind.GENERAL)

    def held(self) -> GeneralMeetingQuerySet:
        return self.get_queryset().held()

    def before(self, meeting: "Meeting") -> GeneralMeetingQuerySet:
        return self.get_queryset().before(meeting)


class Meeting(Record):
    """A meeting of the whole committee, of one subcommittee, or of the two secretariats at work."""

    class Kind(models.TextChoices):
        GENERAL = "general", _("general meeting")
        SUBCOMMITTEE = "subcommittee", _("subcommittee meeting")
        WORKING = "working", _("working meeting of the secretariats")

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        POSTPONED = "postponed", _("postponed")
        HELD = "held", _("held")

    kind = models.CharField(
        _("kind"), max_length=20, choices=Kind.choices, default=Kind.GENERAL, editable=False
    )
    ordinal = models.PositiveSmallIntegerField(_("number"), unique=True, null=True, blank=True)
    subcommittee = models.ForeignKey(
        Subcommittee,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="meetings",
        verbose_name=_("subcommittee"),
    )
    host = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="hosted_meetings", verbose_name=_("host city")
    )
    starts_on = models.DateField(_("first day"), null=True, blank=True)
    ends_on = models.DateField(_("last day"), null=True, blank=True)
    # By the clock of the host city: an hour agreed for next year stays when the rules of a zone change.
    start_time = models.TimeField(
        _("begins at"), null=True, blank=True, help_text=_("By the clock of the host city.")
    )
    end_time = models.TimeField(
        _("ends at"), null=True, blank=True, help_text=_("By the clock of the host city.")
    )
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.PLANNED)
    venue_ko = models.CharField(_("venue in Korean"), max_length=300, blank=True)
    venue_zh_hans = models.CharField(_("venue in Chinese"), max_length=300, blank=True)
    venue_en = models.CharField(_("venue in English"), max_length=300, blank=True)
    online_link = models.CharField(
        _("link to take part online"),
        max_length=500,
        blank=True,
        validators=[URLValidator(schemes=["https"])],
        help_text=_("An address that begins with https://"),
    )
    summary_ko = models.TextField(_("summary in Korean"), blank=True)
    summary_zh_hans = models.TextField(_("summary in Chinese"), blank=True)
    summary_en = models.TextField(_("summary in English"), blank=True)

    # Whoever closes it says that each decision has become something; decided in a room above.
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True, editable=False)
    closed_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="closed_meetings",
        verbose_name=_("closed by"),
    )

    venue = Trilingual("venue", _("venue"))
    summary = Trilingual("summary", _("summary"))
    objects = MeetingQuerySet.as_manager()

    class Meta:
        ordering = [F("starts_on").desc(nulls_first=True), "-pk"]
        verbose_name = _("meeting")
        verbose_name_plural = _("meetings")
        constraints = [
            models.CheckConstraint(condition=Q(ordinal__gte=1), name="meeting_numbers_from_one"),
            models.CheckConstraint(
                condition=Q(kind="general", ordinal__isnull=False)
                | (~Q(kind="general") & Q(ordinal__isnull=True)),
                name="meeting_number_of_general_ones",
                violation_error_message=_("A general meeting has a number; other meetings have none."),
            ),
            models.CheckConstraint(
                condition=Q(kind="subcommittee", subcommittee__isnull=False)
                | (~Q(kind="subcommittee") & Q(subcommittee__isnull=True)),
                name="meeting_subcommittee_of_its_kind",
                violation_error_message=_("A subcommittee meeting has its subcommittee; others have none."),
            ),
            models.CheckConstraint(
                condition=Q(ends_on__isnull=True) | Q(starts_on__isnull=False, ends_on__gte=F("starts_on")),
                name="meeting_ends_after_it_starts",
                violation_error_message=_("The last day is before the first day."),
            ),
            models.CheckConstraint(
                condition=Q(start_time__isnull=True) | Q(starts_on__isnull=False),
                name="meeting_hour_of_a_day",
                violation_error_message=_("Give the day on which the meeting begins at this hour."),
            ),
            models.CheckConstraint(
                condition=Q(end_time__isnull=True)
                | Q(start_time__isnull=False, end_time__gt=F("start_time"))
                | Q(start_time__isnull=False, ends_on__isnull=False, ends_on__gt=F("starts_on")),
                name="meeting_ends_at_a_later_hour",
                violation_error_message=_("The meeting ends at a later hour than it begins; give both."),
            ),
            models.CheckConstraint(
                condition=Q(online_link="") | Q(online_link__startswith="https://"),
                name="meeting_link_is_encrypted",
                violation_error_message=_("The address begins with https://"),
            ),
            models.CheckConstraint(
                condition=~Q(state="held") | Q(starts_on__isnull=False),
                name="meeting_held_has_a_date",
                violation_error_message=_("A meeting that was held needs its first day."),
            ),
            models.CheckConstraint(
                condition=Q(closed_at__isnull=True, closed_by__isnull=True)
                | Q(closed_at__isnull=False, closed_by__isnull=False, state="held"),
                name="meeting_closed_by_whom_and_after_it_was_held",
                violation_error_message=_("A closed meeting was held; open it again first."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("meeting", args=[self.pk])

    @property
    def title(self) -> str:
        if self.kind == self.Kind.GENERAL:
            return pgettext("title of a meeting", "General meeting no. %(ordinal)s") % {
                "ordinal": self.ordinal
            }
        when = day_in_words(self.starts_on) if self.starts_on else _("day not set yet")
        if self.subcommittee is None:
            title = pgettext("title of a meeting", "Working meeting of the secretariats, %(when)s")
            return title % {"when": when}
        title = pgettext("title of a meeting", "Meeting of the subcommittee %(subcommittee)s, %(when)s")
        return title % {"subcommittee": self.subcommittee.name.plain, "when": when}

    @property
    def is_general(self) -> bool:
        return self.kind == self.Kind.GENERAL

    @property
    def is_held(self) -> bool:
        return self.state == self.State.HELD

    @property
    def is_closed(self) -> bool:
        return self.closed_at is not None

    @property
    def starts_at(self) -> datetime.datetime | None:
        """The moment it begins, where its hour is known."""
        return self._moment(self.starts_on, self.start_time)

    @property
    def ends_at(self) -> datetime.datetime | None:
        return self._moment(self.ends_on or self.starts_on, self.end_time)

    def _moment(self, day: datetime.date | None, hour: datetime.time | None) -> datetime.datetime | None:
        return datetime.datetime.combine(day, hour, tzinfo=self.host.zone) if day and hour else None


class GeneralMeeting(Meeting):
    """A general meeting of the joint committee; the cycle runs from one held meeting to the next."""

    objects: ClassVar[GeneralMeetingManager] = GeneralMeetingManager()  # type: ignore[assignment]  # shows fewer

    class Meta:
        proxy = True
        ordering = ["-ordinal"]
        verbose_name = _("general meeting")
        verbose_name_plural = _("general meetings")


class Decision(Record, Documented):
    """What a meeting decided, or what is proposed for it to decide."""

    part_of = "meeting"

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        ADOPTED = "adopted", _("adopted")

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="decisions", verbose_name=_("meeting")
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
