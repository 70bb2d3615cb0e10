from django.db import models
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from committee.members.models import Member


class ImportedListQuerySet(models.QuerySet["ImportedList"]):
    def of(self, member: Member) -> "ImportedListQuerySet":
        return self.filter(by=member)

    def waiting(self) -> "ImportedListQuerySet":
        return self.filter(taken_over_at__isnull=True)


class ImportedList(models.Model):
    """A file that a member handed in, kept as it is until what it says is taken over."""

    class Kind(models.TextChoices):
        AGREEMENTS = "agreements", _("agreements")
        PROJECTS = "projects", _("projects")
        MEMBERS = "members", _("members")
        UPDATES = "updates", _("progress updates")

    kind = models.CharField(_("kind"), max_length=20, choices=Kind.choices)
    by = models.ForeignKey(
        Member, on_delete=models.CASCADE, related_name="imported_lists", verbose_name=_("by")
    )
    name = models.CharField(_("name of the file"), max_length=300)
    content = models.BinaryField()
    handed_in_at = models.DateTimeField()
    taken_over_at = models.DateTimeField(null=True)

    objects = ImportedListQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        verbose_name = _("imported list")
        verbose_name_plural = _("imported lists")
        constraints = [
            models.UniqueConstraint(
                fields=["by", "kind"],
                condition=models.Q(taken_over_at__isnull=True),
                name="imported_list_one_waits",
            ),
            # What was taken over stands in the history; the file itself is not kept.
            models.CheckConstraint(
                condition=models.Q(taken_over_at__isnull=True) ^ models.Q(content=b""),
                name="imported_list_content_until_taken_over",
            ),
        ]

    def __str__(self) -> str:
        return self.name

    def get_absolute_url(self) -> str:
        return reverse("import_preview", args=[self.pk])
