from django.db import models
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from committee.agendas.models import AgendaItem
from committee.cities.models import City
from committee.commitments.models import Commitment
from committee.history.models import Record
from committee.languages.models import in_some_language
from committee.languages.wording import Trilingual
from committee.members.models import Member


class PositionQuerySet(models.QuerySet["Position"]):
    def visible_to(self, member: Member) -> "PositionQuerySet":
        return self.visible_in(member.city)

    def visible_in(self, city: City) -> "PositionQuerySet":
        """Those of one city, and what the other one has released."""
        return self.filter(Q(city=city) | Q(released_at__isnull=False))

    def in_full(self) -> "PositionQuerySet":
        return self.select_related("city", "commitment", "agenda_item__meeting__subcommittee")


class Position(Record):
    """What one city thinks of a commitment or of a point of an agenda, for itself until it is released."""

    city = models.ForeignKey(City, on_delete=models.PROTECT, related_name="positions", verbose_name=_("city"))
    commitment = models.ForeignKey(
        Commitment,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="positions",
        verbose_name=_("commitment"),
    )
    agenda_item = models.ForeignKey(
        AgendaItem,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="positions",
        verbose_name=_("agenda item"),
    )
    text_ko = models.TextField(_("text in Korean"), blank=True)
    text_zh_hans = models.TextField(_("text in Chinese"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)
    released_at = models.DateTimeField(_("released at"), null=True, blank=True, editable=False)
    released_by = models.ForeignKey(
        Member,
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        editable=False,
        related_name="released_positions",
        verbose_name=_("released by"),
    )

    text = Trilingual("text", pgettext_lazy("of a city", "position"))
    objects = PositionQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = pgettext_lazy("of a city", "position")
        verbose_name_plural = pgettext_lazy("of a city", "positions")
        constraints = [
            in_some_language("text"),
            models.CheckConstraint(
                condition=Q(commitment__isnull=False, agenda_item__isnull=True)
                | Q(commitment__isnull=True, agenda_item__isnull=False),
                name="position_on_one_thing",
            ),
            models.CheckConstraint(
                condition=Q(released_at__isnull=True, released_by__isnull=True)
                | Q(released_at__isnull=False, released_by__isnull=False),
                name="position_released_by_whom_and_when",
            ),
            models.UniqueConstraint(
                fields=["city", "commitment"],
                name="position_once_a_commitment",
                violation_error_message=_("Your city has a position on this already."),
            ),
            models.UniqueConstraint(
                fields=["city", "agenda_item"],
                name="position_once_an_agenda_item",
                violation_error_message=_("Your city has a position on this already."),
            ),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return reverse("position", args=[self.pk])

    @property
    def title(self) -> str:
        return _("%(city)s on “%(subject)s”") % {"city": self.city, "subject": self.subject}

    @property
    def name_for_everybody(self) -> str:
        """Of one that was not released, not even whose it is."""
        return str(self) if self.is_released else self.noun

    @property
    def subject(self) -> Commitment | AgendaItem:
        subject = self.commitment or self.agenda_item
        assert subject is not None, "a position is on one thing"
        return subject

    @property
    def is_released(self) -> bool:
        return self.released_at is not None
