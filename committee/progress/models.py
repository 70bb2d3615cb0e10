import datetime
from typing import Any, ClassVar

from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committee.cities.models import City
from committee.documents.attachments import Documented
from committee.history.models import Record
from committee.languages.wording import Trilingual
from committee.members.models import Member, Role
from committee.progress import content, wording
from committee.progress.constraints import CONSTRAINTS
from committee.progress.content import STATED
from committee.progress.reading_along import ReadAlong
from committee.projects.models import Project


class UpdateQuerySet(ReadAlong["ProgressUpdate"]):
    def visible_to(self, member: Member) -> "UpdateQuerySet":
        """A draft is seen by its own city only; everything submitted by every member."""
        return self.filter(~Q(state=ProgressUpdate.State.DRAFT) | Q(city=member.city_id))

    def awaiting(self, member: Member) -> "UpdateQuerySet":
        """Submitted ones that `member` may confirm or return today."""
        led = [post.subcommittee_id for post in member.posts_now if post.role == Role.CO_LEAD]
        asked = self.unanswered().filter(answering_city=member.city_id)
        return asked.filter(project__subcommittee__in=led).exclude(
            Q(author=member) | Q(submitted_by=member) | Q(on_behalf_of=member)
        )

    def unanswered(self) -> "UpdateQuerySet":
        """Those that the other city has not answered, however long it has been silent."""
        return self.filter(state__in=ProgressUpdate.UNANSWERED)

    def silent_since(self, moment: datetime.datetime) -> "UpdateQuerySet":
        """Those submitted by then, unanswered and not yet marked as one-sided."""
        return self.filter(state=ProgressUpdate.State.SUBMITTED, submitted_at__lte=moment)

    def waiting_for(self, city: City) -> "UpdateQuerySet":
        """Those at which it is the turn of `city`, see `ProgressUpdate.city_to_act`."""
        state = ProgressUpdate.State
        own = Q(city=city, state__in=[state.DRAFT, state.RETURNED])
        asked = Q(answering_city=city, state__in=ProgressUpdate.UNANSWERED)
        both = Q(state=state.DIFFERING, closed_at__isnull=True)
        return self.filter(own | asked | (both & ~Q(last_word=city)))

    def awaited(self) -> "UpdateQuerySet":
        """Those at which a city is waited for, as everybody knows: a draft concerns its own city alone."""
        state = ProgressUpdate.State
        asked = Q(state__in=[*ProgressUpdate.UNANSWERED, state.RETURNED])
        return self.filter(asked | Q(state=state.DIFFERING, closed_at__isnull=True))

    def in_play(self, since: datetime.date) -> "UpdateQuerySet":
        """What says whose turn it is at a project: what is waited for or reported after `since`."""
        return self.awaited() | self.released().filter(period_until__gt=since)

    def released(self) -> "UpdateQuerySet":
        """Those a report may print: handed over, and not sent back."""
        state = ProgressUpdate.State
        return self.exclude(state__in=[state.DRAFT, state.RETURNED])

    def current(self) -> "UpdateQuerySet":
        """Without those that a confirmed correction has replaced."""
        return self.exclude(correction__state=ProgressUpdate.State.CONFIRMED)

    def reporting_on(self, start: datetime.date | None, end: datetime.date) -> "UpdateQuerySet":
        """Whose period ends after `start` (a day, or None for ever) and up to and including `end`."""
        until = self.filter(period_until__lte=end)
        return until.filter(period_until__gt=start) if start else until


class ProgressUpdate(Record, Documented):
    """What one city reports of a project for a period; it counts once the other city has confirmed it."""

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("state of a progress update", "draft")
        SUBMITTED = "submitted", _("submitted")
        ONE_SIDED = "one_sided", _("one-sided")
        RETURNED = "returned", _("returned")
        CONFIRMED = "confirmed", _("confirmed")
        DIFFERING = "differing", _("seen differently")

    class Course(models.TextChoices):
        ON_TRACK = "on_track", _("on track")
        AT_RISK = "at_risk", _("at risk")
        LATE = "late", _("late")
        DONE = "done", _("done")

    UNANSWERED: ClassVar[list[State]] = [State.SUBMITTED, State.ONE_SIDED]

    project = models.ForeignKey(
        Project,
        on_delete=models.PROTECT,
        editable=False,
        related_name="updates",
        verbose_name=_("project"),
    )
    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        editable=False,
        related_name="updates",
        verbose_name=_("reporting city"),
    )
    answering_city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        editable=False,
        related_name="updates_to_answer",
        verbose_name=_("city that confirms"),
    )
    author = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        editable=False,
        related_name="authored_updates",
        verbose_name=_("author"),
    )
    on_behalf_of = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="updates_entered_for",
        verbose_name=_("entered on behalf of"),
    )
    period_from = models.DateField(_("period from"))
    period_until = models.DateField(_("period until"))
    course = models.CharField(_("course"), max_length=20, choices=Course.choices)
    narrative_ko = models.TextField(_("narrative in Korean"), blank=True)
    narrative_zh_hans = models.TextField(_("narrative in Chinese"), blank=True)
    narrative_en = models.TextField(_("narrative in English"), blank=True)
    next_steps_ko = models.TextField(_("next steps in Korean"), blank=True)
    next_steps_zh_hans = models.TextField(_("next steps in Chinese"), blank=True)
    next_steps_en = models.TextField(_("next steps in English"), blank=True)
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.DRAFT, editable=False
    )
    submitted_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="submitted_updates",
        verbose_name=_("submitted by"),
    )
    submitted_at = models.DateTimeField(_("submitted at"), null=True, blank=True, editable=False)
    answered_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="answered_updates",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True, editable=False)
    return_comment = models.TextField(_("comment on the return"), blank=True, editable=False)
    one_sided_at = models.DateTimeField(_("one-sided since"), null=True, blank=True, editable=False)
    statement_course = models.CharField(
        _("course as the other city sees it"), max_length=20, choices=Course.choices, blank=True
    )
    statement_ko = models.TextField(_("statement of the other city in Korean"), blank=True)
    statement_zh_hans = models.TextField(_("statement of the other city in Chinese"), blank=True)
    statement_en = models.TextField(_("statement of the other city in English"), blank=True)
    # The city that wrote last: the other one is to read it, and may then close.
    last_word = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="+",
        verbose_name=_("city that wrote last"),
    )
    closed_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="closed_updates",
        verbose_name=_("closed by"),
    )
    closed_at = models.DateTimeField(_("closed at"), null=True, blank=True, editable=False)
    mended_at = models.DateTimeField(_("wording corrected at"), null=True, blank=True, editable=False)
    confirmed_hash = models.CharField(
        _("fingerprint of what was confirmed"), max_length=64, blank=True, editable=False
    )
    corrects = models.OneToOneField(
        "self",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="correction",
        verbose_name=_("corrects"),
    )

    narrative = Trilingual("narrative", _("narrative"))
    next_steps = Trilingual("next_steps", _("next steps"))
    statement = Trilingual("statement", _("statement of the other city"))
    objects = UpdateQuerySet.as_manager()

    class Meta:
        ordering = ["-period_until", "-pk"]
        verbose_name = _("progress update")
        verbose_name_plural = _("progress updates")
        indexes = [
            models.Index(fields=["-period_until", "-id"], name="update_latest_first"),
            models.Index(fields=["state", "city", "-period_until", "-id"], name="update_by_state"),
            models.Index(
                fields=["answered_at"], condition=Q(state="confirmed"), name="update_by_confirmation"
            ),
            models.Index(
                fields=["project", "state"],
                condition=Q(state__in=["submitted", "one_sided"]),
                name="update_not_answered",
            ),
        ]
        constraints = CONSTRAINTS

    def __str__(self) -> str:
        return f"{self.project} · {self.city} · {self.period_from} – {self.period_until}"

    def get_absolute_url(self) -> str:
        return reverse("update", args=[self.pk])

    @property
    def name_for_everybody(self) -> str:
        """What both cities see; of a draft, that there is an update."""
        return self.noun if self.state == self.State.DRAFT else str(self)

    @property
    def printable_state(self) -> str:
        return wording.printable_state(self)

    @property
    def entered_by(self) -> str:
        return wording.entered_by(self)

    @property
    def writers(self) -> set[int]:
        """Who wrote it, handed it over, or had it entered; none of them answers it."""
        ids = (self.author_id, self.submitted_by_id, self.on_behalf_of_id)
        return {member_id for member_id in ids if member_id is not None}

    @property
    def whose_turn(self) -> str:
        return wording.whose_turn(self)

    @property
    def awaited(self) -> str:
        return wording.awaited(self)

    @property
    def city_to_act(self) -> City | None:
        """The city whose turn it is; None where nobody is asked for anything any more."""
        if self.state in (self.State.DRAFT, self.State.RETURNED):
            return self.city
        if self.state in self.UNANSWERED:
            return self.answering_city
        if self.is_open_on_both_sides:
            return self.answering_city if self.last_word_id == self.city_id else self.city
        return None

    @property
    def is_open_on_both_sides(self) -> bool:
        """Whether two statements stand side by side and each city may still change its own."""
        return self.state == self.State.DIFFERING and self.closed_at is None

    @property
    def is_replaced(self) -> bool:
        """Whether a confirmed correction stands in its place."""
        return hasattr(self, "correction") and self.correction.state == self.State.CONFIRMED

    def content(self) -> dict[str, Any]:
        return content.content_of(self)

    def fingerprint(self) -> str:
        """Return the SHA-256 of the content; equal content, equal fingerprint."""
        return content.fingerprint(self.content())

    def fingerprint_of_both(self) -> str:
        """Return the same of what both cities say."""
        return content.fingerprint(self.content() | {name: getattr(self, name) for name in STATED})

    @property
    def is_intact(self) -> bool:
        """Whether a confirmed update still says what was confirmed; tampering past the actions shows here."""
        return self.confirmed_hash == self.fingerprint()
