from django.db import models
from django.urls import reverse
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.cities.protocol import introduced
from committee.documents.attachments import Documented
from committee.history.models import Record
from committee.languages.models import Named, in_some_language
from committee.languages.wording import Trilingual, Wording, each_language
from committee.meetings.models import GeneralMeeting


class ForewordQuerySet(models.QuerySet["Foreword"]):
    def of(self, meeting_id: int) -> "ForewordQuerySet":
        return self.filter(meeting=meeting_id).select_related("city", "meeting__host")


class Foreword(Record, Named, Documented):
    """What the head of one city says at the beginning of the report of one meeting, in the cities' languages.

    Name and title are kept as they are when it is written: a later change of office does not alter them. A
    picture attached to it is printed with it.
    """

    part_of = "meeting"

    meeting = models.ForeignKey(
        GeneralMeeting,
        on_delete=models.CASCADE,
        editable=False,
        related_name="forewords",
        verbose_name=_("general meeting"),
    )
    city = models.ForeignKey(
        City,
        on_delete=models.PROTECT,
        editable=False,
        related_name="forewords",
        verbose_name=_("city"),
    )
    title_ko = models.CharField(_("job title in Korean"), max_length=200, blank=True)
    title_zh_hans = models.CharField(_("job title in Chinese"), max_length=200, blank=True)
    title_en = models.CharField(_("job title in English"), max_length=200, blank=True)
    text_ko = models.TextField(_("text in Korean"), blank=True)
    text_zh_hans = models.TextField(_("text in Chinese"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)

    title = Trilingual("title", _("job title"))
    text = Trilingual("text", _("text"))
    objects = ForewordQuerySet.as_manager()

    class Meta(Named.Meta):
        abstract = False
        ordering = ["meeting", "city"]
        verbose_name = pgettext_lazy("in a report", "message")
        verbose_name_plural = pgettext_lazy("in a report", "messages")
        constraints = [
            *Named.Meta.constraints,
            in_some_language("text"),
            models.UniqueConstraint(
                fields=["meeting", "city"],
                name="foreword_once_a_city",
                violation_error_message=_("Your city has a message in this report already."),
            ),
        ]

    def __str__(self) -> str:
        return gettext("Message of %(city)s: %(name)s") % {"city": self.city, "name": self.name}

    def get_absolute_url(self) -> str:
        return f"{reverse('forewords', args=[self.meeting_id])}#foreword-{self.pk}"

    @property
    def texts(self) -> list[Wording]:
        """What is said, in every language that has it."""
        return list(each_language(self, "text"))

    @property
    def introduced(self) -> list[Wording]:
        """Who speaks, as the reader's language orders name and title."""
        return introduced(self, "name", "title")
