from django.conf import settings
from django.db import models
from django.db.models import Exists, F, OuterRef, Q
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from committee.members.models import Member
from committee.minutes.models import Minutes, MinutesVersion
from committee.printing.built import FAILED_SAYS_WHY, READY_HAS_ITS_PDF, UNDER_WAY, Built, BuiltQuerySet


class PrintQuerySet(BuiltQuerySet["MinutesPrint"]):
    def visible_to(self, member: Member) -> "PrintQuerySet":
        """What was printed before minutes were first circulated stays in the host city for ever."""
        circulated = MinutesVersion.objects.filter(
            minutes=OuterRef("minutes"), circulated_at__lte=OuterRef("requested_at")
        )
        return self.filter(Exists(circulated) | Q(minutes__meeting__host=member.city_id))

    def superseded(self) -> "PrintQuerySet":
        """Prints of which there is a later one in the same languages, ready to be read."""
        later = MinutesPrint.objects.ready().filter(
            minutes=OuterRef("minutes"),
            language=OuterRef("language"),
            beside=OuterRef("beside"),
            requested_at__gt=OuterRef("requested_at"),
        )
        return self.filter(Exists(later))

    def for_pages(self) -> "PrintQuerySet":
        """With what names a print, without the stored content, which may be large."""
        return self.select_related("minutes__meeting__subcommittee", "requested_by").defer("content")


class MinutesPrint(Built):
    """Minutes as a PDF in one language or two side by side: its build, what it prints, its file."""

    minutes = models.ForeignKey(
        Minutes, on_delete=models.CASCADE, related_name="prints", verbose_name=_("minutes")
    )
    beside = models.CharField(_("side by side with"), max_length=10, choices=settings.LANGUAGES, blank=True)
    fingerprint = models.CharField(_("fingerprint of what is printed"), max_length=64)

    objects = PrintQuerySet.as_manager()

    class Meta:
        ordering = ["-requested_at", "-pk"]
        verbose_name = _("printed minutes")
        verbose_name_plural = _("printed minutes")
        constraints = [
            models.UniqueConstraint(
                fields=["minutes", "fingerprint"],
                condition=UNDER_WAY | Q(state="ready"),
                name="minutes_printed_once_as_they_stand",
            ),
            models.CheckConstraint(
                condition=~Q(beside=F("language")), name="minutes_printed_beside_another_language"
            ),
            models.CheckConstraint(condition=READY_HAS_ITS_PDF, name="minutes_print_ready_has_its_pdf"),
            models.CheckConstraint(condition=FAILED_SAYS_WHY, name="minutes_print_failed_says_why"),
        ]

    def __str__(self) -> str:
        return f"{self.minutes} · {self.languages}"

    def get_absolute_url(self) -> str:
        return f"{reverse('minutes_prints', args=[self.minutes_id])}#print-{self.pk}"

    @property
    def languages(self) -> str:
        """The names of the languages: “Korean / English”."""
        beside = f" / {self.get_beside_display()}" if self.beside else ""
        return f"{self.get_language_display()}{beside}"

    @property
    def stored_name(self) -> str:
        return f"minutes-{self.minutes_id}-{self.language}-{self.pk}.pdf"

    @property
    def section_title(self) -> str:
        return ""

    @property
    def file_name(self) -> str:
        """The name of the downloaded file, in the first language of the print."""
        with override(self.language):
            return f"{self.minutes}.pdf".replace("/", "-")
