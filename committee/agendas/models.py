from django.db import models
from django.db.models import F, Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.documents.attachments import Documented
from committee.history.models import Record
from committee.languages.models import Titled
from committee.languages.wording import Trilingual
from committee.meetings.models import Meeting
from committee.members.models import Member, Role
from committee.subcommittees.models import Subcommittee


class AgendaItemQuerySet(models.QuerySet["AgendaItem"]):
    def accepted(self) -> "AgendaItemQuerySet":
        return self.filter(state=AgendaItem.State.ACCEPTED)

    def in_order(self) -> "AgendaItemQuerySet":
        """As it is gone through: what concerns the whole committee, then each subcommittee's."""
        return self.order_by(F("subcommittee__position").asc(nulls_first=True), "position", "pk")

    def beside(self, item: "AgendaItem") -> "AgendaItemQuerySet":
        """Those that stand in one order with `item`, itself among them."""
        return self.filter(meeting=item.meeting_id, subcommittee=item.subcommittee_id).in_order()

    def waiting_for(self, member: Member) -> "AgendaItemQuerySet":
        """Those of meetings to come that the member may answer, or mend after the other city's answer."""
        State = AgendaItem.State
        asked = Q(state=State.PROPOSED) & ~Q(city=member.city_id)
        waiting = self.filter(asked | Q(state=State.RETURNED, city=member.city_id))
        waiting = waiting.exclude(meeting__state=Meeting.State.HELD)
        if member.is_secretariat:
            return waiting
        led = [post.subcommittee_id for post in member.posts_now if post.role == Role.CO_LEAD]
        concerned = Q(subcommittee__in=led) & ~Q(meeting__kind=Meeting.Kind.WORKING)
        return waiting.filter(concerned | Q(meeting__subcommittee__in=led))


class AgendaItem(Record, Titled, Documented):
    """A point on the agenda of a meeting: proposed by one city, it counts once the other has accepted it."""

    part_of = "meeting"

    class State(models.TextChoices):
        PROPOSED = "proposed", _("proposed")
        ACCEPTED = "accepted", _("accepted")
        RETURNED = "returned", _("returned")

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="agenda", verbose_name=_("meeting")
    )
    position = models.PositiveSmallIntegerField(_("position"), editable=False)
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
    # None where the agenda was recorded after the meeting, which nobody proposed and nobody answers.
    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="proposed_items",
        verbose_name=_("proposed by"),
    )
    state = models.CharField(
        _("state"), max_length=20, choices=State.choices, default=State.ACCEPTED, editable=False
    )
    answered_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="answered_items",
        verbose_name=_("answered by"),
    )
    answered_at = models.DateTimeField(_("answered at"), null=True, blank=True, editable=False)
    returned_because = models.TextField(_("reason of the return"), blank=True, editable=False)

    notes = Trilingual("notes", _("notes"))
    objects = AgendaItemQuerySet.as_manager()

    class Meta(Titled.Meta):
        abstract = False
        ordering = ["meeting", "position", "pk"]
        verbose_name = _("agenda item")
        verbose_name_plural = _("agenda items")
        constraints = [
            *Titled.Meta.constraints,
            models.CheckConstraint(
                condition=Q(city__isnull=True, state="accepted", answered_at__isnull=True)
                | Q(city__isnull=False, state="proposed", answered_at__isnull=True)
                | Q(city__isnull=False, state__in=["accepted", "returned"], answered_at__isnull=False),
                name="agenda_item_answered_where_it_was_proposed",
            ),
            models.CheckConstraint(
                condition=Q(answered_at__isnull=True, answered_by__isnull=True)
                | Q(answered_at__isnull=False, answered_by__isnull=False),
                name="agenda_item_answered_by_whom_and_when",
            ),
            models.CheckConstraint(
                condition=(Q(state="returned") & ~Q(returned_because=""))
                | (~Q(state="returned") & Q(returned_because="")),
                name="agenda_item_returned_with_a_reason",
            ),
        ]

    def get_absolute_url(self) -> str:
        return f"{self.meeting.get_absolute_url()}#agenda-{self.pk}"


class AgendaConsent(models.Model):
    """One city agrees to the agenda as it stands; with the consent of both it is the agreed agenda.

    What is kept of it is in the history of the meeting, so that no deletion of a consent can be undone.
    """

    meeting = models.ForeignKey(
        Meeting, on_delete=models.CASCADE, related_name="agenda_consents", verbose_name=_("meeting")
    )
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, related_name="agenda_consents", verbose_name=_("city")
    )
    by = models.ForeignKey(
        Member, on_delete=models.PROTECT, related_name="agenda_consents", verbose_name=_("agreed by")
    )
    at = models.DateTimeField(_("agreed at"))

    class Meta:
        ordering = ["at", "pk"]
        verbose_name = _("consent to the agenda")
        verbose_name_plural = _("consents to the agenda")
        constraints = [
            models.UniqueConstraint(fields=["meeting", "city"], name="agenda_consent_once_a_city"),
        ]

    def __str__(self) -> str:
        return gettext("Consent of %(city)s to the agenda") % {"city": self.city}

    def get_absolute_url(self) -> str:
        return f"{self.meeting.get_absolute_url()}#agenda-heading"
