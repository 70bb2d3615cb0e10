from django.db import models
from django.db.models import F, Q
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from committee.cities.models import City
from committee.history.models import Record
from committee.languages.models import in_some_language
from committee.languages.wording import SUFFIXES, Trilingual, Wording
from committee.members.models import Member
from committee.projects.models import Project
from committee.projects.sight import seen_by


class MessageQuerySet(models.QuerySet["Message"]):
    def visible_to(self, member: Member) -> "MessageQuerySet":
        """What is said of a project is read by whoever sees the project."""
        return self.filter(seen_by(member, "project__"))

    def kept(self) -> "MessageQuerySet":
        """Without those that their author has deleted."""
        return self.filter(deleted_at__isnull=True)

    def in_full(self) -> "MessageQuerySet":
        return self.select_related("project", "author", "city").prefetch_related("mentioned")


class Message(Record):
    """What a member says about a project in his or her own language; changed or deleted, it says so."""

    project = models.ForeignKey(
        Project, on_delete=models.CASCADE, editable=False, related_name="messages", verbose_name=_("project")
    )
    author = models.ForeignKey(
        Member, on_delete=models.PROTECT, editable=False, related_name="messages", verbose_name=_("author")
    )
    # The city that the author spoke for, whatever the author's city is later.
    city = models.ForeignKey(
        City, on_delete=models.PROTECT, editable=False, related_name="messages", verbose_name=_("city")
    )
    sent_at = models.DateTimeField(_("sent"), editable=False)
    edited_at = models.DateTimeField(_("edited"), null=True, blank=True, editable=False)
    deleted_at = models.DateTimeField(_("deleted"), null=True, blank=True, editable=False)
    text_ko = models.TextField(_("text in Korean"), blank=True)
    text_zh_hans = models.TextField(_("text in Chinese"), blank=True)
    text_en = models.TextField(_("text in English"), blank=True)
    mentioned = models.ManyToManyField(
        Member, blank=True, related_name="mentioned_in", verbose_name=_("mentioned")
    )

    text = Trilingual("text", _("text"))
    objects = MessageQuerySet.as_manager()

    class Meta:
        ordering = ["-sent_at", "-pk"]
        verbose_name = _("message about a project")
        verbose_name_plural = _("messages about projects")
        indexes = [models.Index(fields=["project", "-sent_at"], name="messages_of_a_project")]
        constraints = [
            in_some_language("text"),
            models.CheckConstraint(
                condition=Q(edited_at__isnull=True) | Q(edited_at__gte=F("sent_at")),
                name="message_edited_after_it_was_sent",
            ),
            models.CheckConstraint(
                condition=Q(deleted_at__isnull=True) | Q(deleted_at__gte=F("sent_at")),
                name="message_deleted_after_it_was_sent",
            ),
        ]

    def __str__(self) -> str:
        words = gettext("%(author)s about %(project)s, %(day)s")
        return words % {"author": self.author, "project": self.project, "day": f"{self.sent_at:%Y-%m-%d}"}

    def get_absolute_url(self) -> str:
        return reverse("message", args=[self.pk])

    @property
    def words(self) -> Wording | str:
        """What it says; nothing once it is deleted."""
        return "" if self.deleted_at else self.text

    @property
    def language(self) -> str:
        """The suffix of the language it was written in."""
        return next(suffix for suffix in SUFFIXES if getattr(self, f"text_{suffix}"))
