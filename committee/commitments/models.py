import datetime
from typing import Any

from django.apps import apps
from django.db import models
from django.db.models import Case, Exists, OuterRef, Q, Value, When
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from committee.agreements.models import Agreement, Article
from committee.cities.models import City
from committee.commitments.standings import Standing, first_day_heard
from committee.history.models import Record
from committee.languages.models import Titled
from committee.languages.wording import Trilingual, columns
from committee.subcommittees.models import Subcommittee
from committee.workdays.due import is_overdue, latest_overdue


class CommitmentQuerySet(models.QuerySet["Commitment"]):
    def promised_until(self, day: datetime.date) -> "CommitmentQuerySet":
        return self.filter(agreement__signed_on__lte=day)

    def open_on(self, day: datetime.date) -> "CommitmentQuerySet":
        """Open as things stood at the end of `day`: what was settled later still counts."""
        return self.filter(Q(settled_on__isnull=True) | Q(settled_on__gt=day))

    def settled_until(self, day: datetime.date) -> "CommitmentQuerySet":
        return self.filter(settled_on__lte=day)

    def promised_by(self, city: City) -> "CommitmentQuerySet":
        """Those a city has to keep, alone or together with the other one."""
        return self.filter(Q(city=city) | Q(promisor=Commitment.Promisor.BOTH))

    def overdue(self, on: datetime.date) -> "CommitmentQuerySet":
        """Open on `on`, and their day had passed; a day off passes on the next common working day."""
        return self.open_on(on).filter(due_on__lte=latest_overdue(on))

    def listed(self) -> "CommitmentQuerySet":
        """With what a line of their list says, and no more; of what stands beside them the names."""
        said = ["promisor", "due_on", "state", "settled_on", "is_illustrative", *columns("title")]
        beside = ["agreement", "subcommittee", "city"]
        names = columns("agreement__title", "subcommittee__name", "city__name")
        return self.select_related(*beside).only(*said, *beside, *names)

    def with_standing(self, on: datetime.date) -> "CommitmentQuerySet":
        """Give each its `standing` at the end of `on`; what was settled later was still open."""
        settled, since = Q(settled_on__lte=on), first_day_heard(on)
        promised_lately = Q(agreement__signed_on__isnull=True) | Q(agreement__signed_on__gte=since)
        projects = carrying_out().filter(commitments=OuterRef("pk"))
        # Two questions, each with its own index: in one, every update there is would be looked at.
        begun, confirmed = (
            projects.filter(starts_on__gte=since),
            projects.filter(_confirmed_between(since, on)),
        )
        rules = [
            When(settled & Q(state=Commitment.State.KEPT), then=Value(Standing.KEPT)),
            When(settled, then=Value(Standing.RELEASED)),
            When(due_on__lte=latest_overdue(on), then=Value(Standing.LATE)),
            When(~Exists(projects), then=Value(Standing.NO_PROJECT)),
            When(promised_lately | Exists(begun) | Exists(confirmed), then=Value(Standing.ON_TRACK)),
        ]
        return self.annotate(
            standing=Case(*rules, default=Value(Standing.SILENT), output_field=models.CharField())
        )


def carrying_out() -> models.QuerySet[Any]:
    """The projects that count for commitments, found by name: their room stands above."""
    projects = apps.get_model("committee", "Project")._default_manager
    return projects.filter(draft_of__isnull=True).exclude(state="cancelled")


def _confirmed_between(first: datetime.date, last: datetime.date) -> Q:
    """Whether an update was confirmed in these days, by the clock of the city that confirmed it."""
    heard, following = Q(), last + datetime.timedelta(days=1)
    for city in City.objects.all():
        heard |= Q(
            updates__answering_city=city,
            updates__answered_at__gte=timezone.make_aware(_midnight(first), city.zone),
            updates__answered_at__lt=timezone.make_aware(_midnight(following), city.zone),
        )
    return Q(updates__state="confirmed") & heard


def _midnight(day: datetime.date) -> datetime.datetime:
    return datetime.datetime.combine(day, datetime.time.min)


class Commitment(Record, Titled):
    """What one city or both promised in an agreement, under which subcommittee, by when."""

    class Promisor(models.TextChoices):
        BOTH = "both", _("both cities")
        ONE = "one", _("one city")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        KEPT = "kept", _("kept")
        RELEASED = "released", _("released by both cities")

    agreement = models.ForeignKey(
        Agreement, on_delete=models.PROTECT, related_name="commitments", verbose_name=_("agreement")
    )
    article = models.ForeignKey(
        Article,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("article"),
    )
    subcommittee = models.ForeignKey(
        Subcommittee, on_delete=models.PROTECT, related_name="commitments", verbose_name=_("subcommittee")
    )
    promisor = models.CharField(
        _("promised by"), max_length=10, choices=Promisor.choices, default=Promisor.BOTH
    )
    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="commitments",
        verbose_name=_("city that promised"),
    )
    description_ko = models.TextField(_("description in Korean"), blank=True)
    description_zh_hans = models.TextField(_("description in Chinese"), blank=True)
    description_en = models.TextField(_("description in English"), blank=True)
    due_on = models.DateField(_("due on"), null=True, blank=True)
    state = models.CharField(_("state"), max_length=20, choices=State.choices, default=State.OPEN)
    settled_on = models.DateField(_("kept or released on"), null=True, blank=True)

    description = Trilingual("description", _("description"))
    objects = CommitmentQuerySet.as_manager()

    class Meta(Titled.Meta):
        abstract = False
        ordering = ["subcommittee__position", "pk"]
        verbose_name = _("commitment")
        verbose_name_plural = _("commitments")
        constraints = [
            *Titled.Meta.constraints,
            models.CheckConstraint(
                condition=Q(promisor="both", city__isnull=True) | Q(promisor="one", city__isnull=False),
                name="commitment_names_the_one_city",
                violation_error_message=_("Name the city when one city promised, and none when both did."),
            ),
            models.CheckConstraint(
                condition=Q(state="open", settled_on__isnull=True)
                | (~Q(state="open") & Q(settled_on__isnull=False)),
                name="commitment_settled_has_its_day",
                violation_error_message=_("A kept or released commitment has its day, an open one has none."),
            ),
        ]

    def get_absolute_url(self) -> str:
        return reverse("commitment", args=[self.pk])

    @property
    def promised_by(self) -> str:
        """Who promised: the name of the one city, or “both cities”."""
        return self.city.name if self.city else self.get_promisor_display()

    def get_standing_display(self) -> str:
        """How it stands, in words; asked of one that was read `with_standing`."""
        standing: str = self.standing  # type: ignore[attr-defined]
        return str(Standing(standing).label)

    @property
    def is_settled(self) -> bool:
        return self.state != self.State.OPEN

    def is_overdue(self, on: datetime.date) -> bool:
        was_open = self.settled_on is None or self.settled_on > on
        return was_open and self.due_on is not None and is_overdue(self.due_on, on)
