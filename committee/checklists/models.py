import datetime

from django.conf import settings
from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.models import Record
from committee.languages.models import Titled
from committee.meetings.models import Meeting
from committee.members.models import Role
from committee.workdays.due import is_overdue, latest_overdue

ROLES = [(role.value, role.label) for role in (Role.SECRETARIAT, Role.CO_LEAD, Role.LIAISON)]


class Side(models.TextChoices):
    """Who has to do a step: hosts alternate, so the template names no city."""

    HOST = "host", _("host city")
    GUEST = "guest", _("guest city")
    BOTH = "both", _("each city")


class Preparation(Record, Titled):
    """Something to do before a meeting, counted back from its first day in common working days."""

    working_days_before = models.PositiveSmallIntegerField(_("working days before the meeting"))
    role = models.CharField(_("role"), max_length=20, choices=ROLES, default=Role.SECRETARIAT)

    class Meta(Titled.Meta):
        abstract = True
        constraints = [
            *Titled.Meta.constraints,
            models.CheckConstraint(
                condition=Q(working_days_before__range=(1, 500)),
                name="%(class)s_lies_before_the_meeting",
                violation_error_message=_("Give 1 to 500 working days."),
            ),
            models.CheckConstraint(
                condition=Q(role__in=[role for role, _label in ROLES]), name="%(class)s_role_prepares"
            ),
        ]


class ChecklistTask(Preparation):
    """A row of the template from which each meeting's checklist is drawn up."""

    side = models.CharField(_("whose task"), max_length=10, choices=Side.choices, default=Side.BOTH)

    class Meta(Preparation.Meta):
        abstract = False
        ordering = ["-working_days_before", "pk"]
        verbose_name = _("task of the checklist template")
        verbose_name_plural = _("checklist template")

    def get_absolute_url(self) -> str:
        return f"{reverse('checklist_task_list')}#task-{self.pk}"


class StepQuerySet(models.QuerySet["ChecklistStep"]):
    def open(self) -> "StepQuerySet":
        """Not done, towards a meeting that is planned: the days of one postponed have lapsed."""
        return self.filter(done_on__isnull=True, meeting__state=Meeting.State.PLANNED)

    def overdue(self, on: datetime.date) -> "StepQuerySet":
        return self.open().filter(due_on__lte=latest_overdue(on))

    def due_between(self, first: datetime.date, last: datetime.date) -> "StepQuerySet":
        return self.open().filter(due_on__range=(first, last))

    def of_posts(self, city: int, roles: list[str]) -> "StepQuerySet":
        """Those of a city that who holds one of `roles` has to do; a secretariat answers for all of them."""
        own = self.filter(city=city)
        return own if Role.SECRETARIAT in roles else own.filter(role__in=roles)


class ChecklistStep(Preparation):
    """A step towards one meeting, of one city; until it is done its day and its city follow the meeting."""

    part_of = "meeting"

    class Standing(models.TextChoices):
        OPEN = "open", _("to do")
        DONE = "done", _("done")
        LATE = "late", _("late")

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="checklist", verbose_name=_("meeting")
    )
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="checklist_steps", verbose_name=_("city")
    )
    # Follows the host: a step entered by hand stays with its city, whoever hosts.
    side = models.CharField(
        _("whose task"), max_length=10, choices=Side.choices, default=Side.BOTH, editable=False
    )
    # Empty as long as the meeting has no first day.
    due_on = models.DateField(_("due on"), null=True, blank=True, editable=False)
    done_on = models.DateField(_("done on"), null=True, blank=True, editable=False)
    done_by = models.ForeignKey(
        settings.AUTH_USER_MODEL,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="steps_done",
        verbose_name=_("done by"),
    )

    objects = StepQuerySet.as_manager()

    class Meta(Preparation.Meta):
        abstract = False
        ordering = ["meeting", "-working_days_before", "pk"]
        verbose_name = _("step of the checklist")
        verbose_name_plural = _("checklist")
        constraints = [
            *Preparation.Meta.constraints,
            models.CheckConstraint(
                condition=Q(done_on__isnull=True, done_by__isnull=True)
                | Q(done_on__isnull=False, done_by__isnull=False),
                name="step_done_by_someone_on_a_day",
            ),
        ]

    def get_absolute_url(self) -> str:
        return f"{reverse('checklist', args=[self.meeting_id])}#step-{self.pk}"

    def standing(self, on: datetime.date) -> Standing:
        if self.done_on is not None:
            return self.Standing.DONE
        is_planned = self.meeting.state == Meeting.State.PLANNED
        is_late = is_planned and self.due_on is not None and is_overdue(self.due_on, on)
        return self.Standing.LATE if is_late else self.Standing.OPEN
