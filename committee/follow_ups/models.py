import datetime

from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from committee.agendas.models import AgendaItem
from committee.agreements.models import Agreement
from committee.cities.models import City
from committee.commitments.models import Commitment
from committee.history.models import Record
from committee.languages.models import Titled
from committee.languages.wording import Trilingual, columns
from committee.meetings.models import Decision, Meeting
from committee.members.holders import holders_of
from committee.members.models import Member, Post
from committee.subcommittees.models import Subcommittee
from committee.workdays.due import is_overdue, latest_overdue


class Outcome(Record):
    """What a decision became: an agreement, a commitment, one or several actions, or it is noted."""

    part_of = "decision"

    class Kind(models.TextChoices):
        AGREEMENT = "agreement", _("agreement")
        COMMITMENT = "commitment", _("commitment")
        ACTION = "action", _("action")
        NOTED = "noted", _("noted")

    decision = models.OneToOneField(
        Decision,
        on_delete=models.CASCADE,
        editable=False,
        related_name="outcome",
        verbose_name=_("decision"),
    )
    kind = models.CharField(_("what became of it"), max_length=20, choices=Kind.choices)
    agreement = models.ForeignKey(
        Agreement,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name=_("agreement"),
    )
    commitment = models.ForeignKey(
        Commitment,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="outcomes",
        verbose_name=_("commitment"),
    )

    class Meta:
        ordering = ["decision"]
        verbose_name = _("outcome of a decision")
        verbose_name_plural = _("outcomes of decisions")
        constraints = [
            models.CheckConstraint(
                condition=Q(kind="agreement", agreement__isnull=False)
                | (~Q(kind="agreement") & Q(agreement__isnull=True)),
                name="outcome_names_its_agreement",
                violation_error_message=_(
                    "Name the agreement where the decision became one, and only there."
                ),
            ),
            models.CheckConstraint(
                condition=Q(kind="commitment", commitment__isnull=False)
                | (~Q(kind="commitment") & Q(commitment__isnull=True)),
                name="outcome_names_its_commitment",
                violation_error_message=_(
                    "Name the commitment where the decision became one, and only there."
                ),
            ),
        ]

    def __str__(self) -> str:
        return gettext("Outcome of %(decision)s") % {"decision": self.decision}

    def get_absolute_url(self) -> str:
        return self.decision.get_absolute_url()


NAMED_BESIDE = [
    "decision__meeting__subcommittee",
    "decision__subcommittee",
    "responsible",
    "responsible__city",
    "post__city",
    "post__subcommittee",
]


class FollowUpQuerySet(models.QuerySet["FollowUp"]):
    def open(self) -> "FollowUpQuerySet":
        return self.filter(state=FollowUp.State.OPEN)

    def open_on(self, day: datetime.date) -> "FollowUpQuerySet":
        """Those decided by the end of `day` and open then: what was done later still counts."""
        decided = self.filter(decision__meeting__starts_on__lte=day)
        return decided.filter(Q(done_on__isnull=True) | Q(done_on__gt=day))

    def overdue(self, on: datetime.date) -> "FollowUpQuerySet":
        """Open, and their day has passed; a day off passes on to the next common working day."""
        return self.open().filter(due_on__lte=latest_overdue(on))

    def incomplete(self) -> "FollowUpQuerySet":
        """Those without somebody responsible or without a day."""
        nobody = Q(responsible__isnull=True, post__isnull=True)
        return self.filter(nobody | Q(due_on__isnull=True))

    def seen_to_by(self, member: Member) -> "FollowUpQuerySet":
        """Those given to `member` in person, or to a post that he or she holds today."""
        given = Q(responsible=member)
        for post in member.posts_now:
            given |= Q(post__in=Post.objects.of_the_office_of(post))
        return self.filter(given)

    def of_city(self, city: City) -> "FollowUpQuerySet":
        return self.filter(Q(responsible__city=city) | Q(post__city=city))

    def listed(self) -> "FollowUpQuerySet":
        """With what a line of their list says, and no more; of what stands beside them what names it."""
        said = ["due_on", "state", "done_on", "is_illustrative", *columns("title", "result")]
        meeting = [f"decision__meeting__{name}" for name in ("kind", "ordinal", "starts_on")]
        names = ["decision__number", *meeting, "post__role", "post__standing"]
        related = self.select_related(*NAMED_BESIDE)
        return related.only(*said, *names, *columns(*(f"{each}__name" for each in NAMED_BESIDE)))

    def in_full(self) -> "FollowUpQuerySet":
        """With the decision, the meeting, who is responsible and who has done it."""
        return self.select_related(*NAMED_BESIDE, "done_by__city")


class FollowUp(Record, Titled):
    """An action that a decision asks for, with who sees to it and until when."""

    class State(models.TextChoices):
        OPEN = "open", pgettext_lazy("state of an action", "open")
        DONE = "done", pgettext_lazy("state of an action", "done")

    decision = models.ForeignKey(
        Decision,
        on_delete=models.PROTECT,
        editable=False,
        related_name="follow_ups",
        verbose_name=_("decision"),
    )
    responsible = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_ups",
        verbose_name=_("responsible person"),
    )
    # Any term of an office: whoever holds that office today is responsible.
    post = models.ForeignKey(
        Post,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="follow_ups",
        verbose_name=_("responsible post"),
    )
    due_on = models.DateField(_("due on"), null=True, blank=True)
    state = models.CharField(
        _("state"), max_length=10, choices=State.choices, default=State.OPEN, editable=False
    )
    done_on = models.DateField(_("done on"), null=True, blank=True)
    done_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="follow_ups_done",
        verbose_name=_("reported as done by"),
    )
    result_ko = models.TextField(_("what came of it, in Korean"), blank=True)
    result_zh_hans = models.TextField(_("what came of it, in Chinese"), blank=True)
    result_en = models.TextField(_("what came of it, in English"), blank=True)

    result = Trilingual("result", _("what came of it"))
    objects = FollowUpQuerySet.as_manager()

    class Meta(Titled.Meta):
        abstract = False
        ordering = [F("due_on").asc(nulls_last=True), "pk"]
        verbose_name = _("action")
        verbose_name_plural = _("actions")
        constraints = [
            *Titled.Meta.constraints,
            models.CheckConstraint(
                condition=Q(responsible__isnull=True) | Q(post__isnull=True),
                name="action_given_to_a_person_or_a_post",
                violation_error_message=_("Name a person or a post, not both."),
            ),
            models.CheckConstraint(
                condition=Q(
                    state="open",
                    done_on__isnull=True,
                    done_by__isnull=True,
                    **dict.fromkeys(columns("result"), ""),
                )
                | (
                    Q(state="done", done_on__isnull=False, done_by__isnull=False)
                    & ~Q(**dict.fromkeys(columns("result"), ""))
                ),
                name="action_done_by_whom_when_and_what_came_of_it",
                violation_error_message=_("Say when it was done and what came of it."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("follow_up", args=[self.pk])

    @property
    def subcommittee(self) -> Subcommittee | None:
        return self.decision.subcommittee or self.decision.meeting.subcommittee

    @property
    def city(self) -> City | None:
        """Of who is responsible; None where nobody is yet."""
        given_to = self.responsible or self.post
        return given_to.city if given_to else None

    @property
    def is_given(self) -> bool:
        return self.responsible_id is not None or self.post_id is not None

    @property
    def owner(self) -> str:
        """Who is responsible, by name or by post, with the city; '' where nobody is yet."""
        if self.post:
            return f"{self.post} ({self.post.city})"
        return f"{self.responsible} ({self.responsible.city})" if self.responsible else ""

    def is_seen_to_by(self, member: Member) -> bool:
        """See `FollowUpQuerySet.seen_to_by`."""
        if self.post is None:
            return self.responsible_id == member.pk
        return any(post.is_of_the_office_of(self.post) for post in member.posts_now)

    def people(self, now: datetime.datetime) -> list[Member]:
        """Those responsible today: the person named, or who holds the post."""
        if self.post:
            return holders_of(self.post, now)
        return [self.responsible] if self.responsible else []

    @property
    def is_done(self) -> bool:
        return self.state == self.State.DONE

    def is_overdue(self, on: datetime.date) -> bool:
        return not self.is_done and self.due_on is not None and is_overdue(self.due_on, on)


class CarriedOver(models.Model):
    """That an open action was put on the agenda of a later meeting; never a second time on the same one."""

    follow_up = models.ForeignKey(FollowUp, on_delete=models.CASCADE, related_name="carried_over")
    meeting = models.ForeignKey(Meeting, on_delete=models.CASCADE, related_name="carried_over")
    # The row outlives a withdrawn item, or the action would come back at once; and it finds a restored one.
    item = models.OneToOneField(
        AgendaItem, on_delete=models.DO_NOTHING, db_constraint=False, related_name="origin"
    )

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["follow_up", "meeting"], name="action_carried_over_once"),
        ]

    def __str__(self) -> str:
        return f"{self.follow_up} → {self.meeting}"
