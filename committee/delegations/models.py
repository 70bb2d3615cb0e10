from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.cities.protocol import introduced
from committee.history.models import Record
from committee.languages.models import Named
from committee.languages.wording import Trilingual, Wording, columns
from committee.meetings.models import Meeting
from committee.members.models import Member


class DelegationQuerySet(models.QuerySet["Delegation"]):
    def announced(self) -> "DelegationQuerySet":
        return self.filter(announced_at__isnull=False)

    def visible_to(self, member: Member) -> "DelegationQuerySet":
        """What was announced, and the drafts of the member's own city."""
        return self.visible_in(member.city)

    def visible_in(self, city: City) -> "DelegationQuerySet":
        return self.filter(Q(announced_at__isnull=False) | Q(city=city))

    def in_full(self) -> "DelegationQuerySet":
        # By their own order, not by that of their delegations.
        people = Delegate.objects.select_related("member").order_by("-is_head", "place", "pk")
        related = self.select_related("meeting__host", "meeting__subcommittee", "city")
        return related.prefetch_related(models.Prefetch("delegates", people))


class Delegation(Record):
    """The people one city sends to a meeting; inside the city until it is announced to the other."""

    meeting = models.ForeignKey(
        Meeting, on_delete=models.PROTECT, related_name="delegations", verbose_name=_("meeting")
    )
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="delegations", verbose_name=_("city")
    )
    announced_at = models.DateTimeField(_("announced at"), null=True, blank=True, editable=False)
    announced_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="announced_delegations",
        verbose_name=_("announced by"),
    )

    objects = DelegationQuerySet.as_manager()

    class Meta:
        ordering = [F("meeting__starts_on").desc(nulls_first=True), "-meeting", "city"]
        verbose_name = _("delegation")
        verbose_name_plural = _("delegations")
        constraints = [
            models.UniqueConstraint(
                fields=["meeting", "city"],
                name="delegation_once_a_city",
                violation_error_message=_("This city has a delegation to this meeting already."),
            ),
            models.CheckConstraint(
                condition=Q(announced_at__isnull=True, announced_by__isnull=True)
                | Q(announced_at__isnull=False, announced_by__isnull=False),
                name="delegation_announced_by_whom_and_when",
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("delegation", args=[self.pk])

    @property
    def title(self) -> str:
        return _("Delegation of %(city)s to %(meeting)s") % {"city": self.city, "meeting": self.meeting}

    @property
    def name_for_everybody(self) -> str:
        """Of a draft, not even whose it is."""
        return str(self) if self.is_announced else self.noun

    @property
    def is_announced(self) -> bool:
        return self.announced_at is not None

    @property
    def head(self) -> "Delegate | None":
        return next((delegate for delegate in self.delegates.all() if delegate.is_head), None)


class DelegateQuerySet(models.QuerySet["Delegate"]):
    def visible_to(self, member: Member) -> "DelegateQuerySet":
        return self.filter(delegation__in=Delegation.objects.visible_to(member))


class Delegate(Record, Named):
    """One person of a delegation, in the order of protocol; the head stands before all others."""

    part_of = "delegation"

    class Attendance(models.TextChoices):
        EXPECTED = "expected", _("expected")
        PRESENT = "present", _("present")
        ABSENT = "absent", _("absent")
        SUBSTITUTED = "substituted", _("substituted")

    delegation = models.ForeignKey(
        Delegation, on_delete=models.CASCADE, related_name="delegates", verbose_name=_("delegation")
    )
    member = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="delegated",
        verbose_name=_("member"),
    )
    title_ko = models.CharField(_("job title in Korean"), max_length=200, blank=True)
    title_zh_hans = models.CharField(_("job title in Chinese"), max_length=200, blank=True)
    title_en = models.CharField(_("job title in English"), max_length=200, blank=True)
    organisation_ko = models.CharField(_("organisation in Korean"), max_length=200, blank=True)
    organisation_zh_hans = models.CharField(_("organisation in Chinese"), max_length=200, blank=True)
    organisation_en = models.CharField(_("organisation in English"), max_length=200, blank=True)
    is_head = models.BooleanField(_("head of the delegation"), default=False, editable=False)
    place = models.PositiveSmallIntegerField(_("rank"), default=0, editable=False)
    attendance = models.CharField(
        _("attendance"), max_length=12, choices=Attendance.choices, default=Attendance.EXPECTED
    )
    substitute_ko = models.CharField(_("who came instead, in Korean"), max_length=300, blank=True)
    substitute_zh_hans = models.CharField(_("who came instead, in Chinese"), max_length=300, blank=True)
    substitute_en = models.CharField(_("who came instead, in English"), max_length=300, blank=True)

    title = Trilingual("title", _("job title"))
    organisation = Trilingual("organisation", _("organisation"))
    substitute = Trilingual("substitute", _("who came instead: name and title"))
    objects = DelegateQuerySet.as_manager()

    class Meta(Named.Meta):
        abstract = False
        ordering = ["delegation", "-is_head", "place", "pk"]
        verbose_name = _("delegate")
        verbose_name_plural = _("delegates")
        constraints = [
            *Named.Meta.constraints,
            models.UniqueConstraint(
                fields=["delegation"], condition=Q(is_head=True), name="delegation_has_one_head"
            ),
            models.UniqueConstraint(
                fields=["delegation", "member"],
                condition=Q(member__isnull=False),
                name="delegate_member_once",
                violation_error_message=_("This member is in the delegation already."),
            ),
            models.CheckConstraint(
                condition=(Q(attendance="substituted") & ~Q(**dict.fromkeys(columns("substitute"), "")))
                | (~Q(attendance="substituted") & Q(**dict.fromkeys(columns("substitute"), ""))),
                name="delegate_substituted_by_somebody",
                violation_error_message=_(
                    "Say who came instead where somebody was substituted, and only there."
                ),
            ),
        ]

    def get_absolute_url(self) -> str:
        return f"{self.delegation.get_absolute_url()}#delegate-{self.pk}"

    @property
    def introduced(self) -> list[Wording]:
        """Name, title and organisation as the reader's language orders them; what is missing is left out."""
        return introduced(self, "name", "title", "organisation")
