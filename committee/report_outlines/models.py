from typing import ClassVar

from django.conf import settings
from django.db import models
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from committee.history.models import Record
from committee.languages.wording import Trilingual, Wording, each_language
from committee.members.models import Member
from committee.report_outlines.titles import title_of_section


class OutlineQuerySet(models.QuerySet["ReportOutline"]):
    def visible_to(self, member: Member) -> "OutlineQuerySet":
        """The secretariats prepare a report; others read what it says."""
        return self if member.is_secretariat else self.none()


class ReportOutline(Record):
    """How the secretariats have arranged the report to one meeting; without one it is as the settings say."""

    meeting = models.OneToOneField(
        "committee.GeneralMeeting",
        on_delete=models.CASCADE,
        editable=False,
        related_name="report_outline",
        verbose_name=_("general meeting"),
    )

    objects = OutlineQuerySet.as_manager()

    class Meta:
        ordering = ["meeting"]
        verbose_name = _("outline of a report")
        verbose_name_plural = _("outlines of reports")

    def __str__(self) -> str:
        return gettext("Outline of the report to %(meeting)s") % {"meeting": self.meeting}

    def get_absolute_url(self) -> str:
        return reverse("report_outline", args=[self.meeting_id])


class OutlineSectionQuerySet(models.QuerySet["OutlineSection"]):
    def visible_to(self, member: Member) -> "OutlineSectionQuerySet":
        return self.filter(outline__in=ReportOutline.objects.visible_to(member))

    def of(self, meeting_id: int) -> "OutlineSectionQuerySet":
        return self.filter(outline__meeting=meeting_id).order_by("position", "pk")


class OutlineSection(Record):
    """One section of one report: whether it is printed, at which place, and what the secretariats say first.

    What is written here by hand stands apart from what the rooms say of their records.
    """

    part_of: ClassVar[str] = "outline"

    outline = models.ForeignKey(
        ReportOutline,
        on_delete=models.CASCADE,
        editable=False,
        related_name="sections",
        verbose_name=_("outline of a report"),
    )
    # The dotted path of what says it, as in REPORT_SECTIONS.
    section = models.CharField(_("section"), max_length=200, editable=False)
    position = models.PositiveSmallIntegerField(_("position"), editable=False)
    is_shown = models.BooleanField(pgettext_lazy("of a section", "printed"), default=True, editable=False)
    introduction_ko = models.TextField(_("introduction in Korean"), blank=True)
    introduction_zh_hans = models.TextField(_("introduction in Chinese"), blank=True)
    introduction_en = models.TextField(_("introduction in English"), blank=True)

    introduction = Trilingual("introduction", _("introduction"))
    objects = OutlineSectionQuerySet.as_manager()

    class Meta:
        ordering = ["outline", "position", "pk"]
        verbose_name = _("section of a report")
        verbose_name_plural = _("sections of a report")
        constraints = [
            models.UniqueConstraint(fields=["outline", "section"], name="outline_section_once_a_report"),
        ]

    def __str__(self) -> str:
        return self.title

    def get_absolute_url(self) -> str:
        return f"{self.outline.get_absolute_url()}#{self.anchor}"

    @property
    def title(self) -> str:
        return title_of_section(self.section)

    @property
    def anchor(self) -> str:
        return self.section.replace(".", "-")

    @property
    def place(self) -> str:
        """Before the chapters (`front`), one of them (`main`) or behind them (`annex`)."""
        return settings.REPORT_PLACES.get(self.section, "main")

    @property
    def takes_introduction(self) -> bool:
        """What the heads of the cities say stands for itself."""
        return self.place != "front"

    @property
    def is_always_printed(self) -> bool:
        return self.section in settings.REPORT_ALWAYS_PRINTED

    @property
    def introductions(self) -> list[Wording]:
        """The introduction in every language that has it."""
        return list(each_language(self, "introduction"))
