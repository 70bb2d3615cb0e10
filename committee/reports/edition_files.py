"""The files beside an edition's PDF, made of the same content in the same build."""

import hashlib
from collections.abc import Iterable

from django.core.files.base import ContentFile
from django.db import models
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from committee.office_files.kinds import KINDS
from committee.printing.content import Report
from committee.reports.models import ReportEdition


class EditionFile(models.Model):
    """One of the files beside an edition's PDF, with the checksum by which it is known again."""

    edition = models.ForeignKey(
        ReportEdition,
        on_delete=models.CASCADE,
        related_name="files",
        verbose_name=_("report edition"),
    )
    kind = models.CharField(_("kind"), max_length=4, choices=[(kind, kind.upper()) for kind in KINDS])
    file = models.FileField(_("file"), upload_to="reports/")
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64)

    class Meta:
        ordering = ["edition", "pk"]
        verbose_name = _("file beside a report")
        verbose_name_plural = _("files beside reports")
        constraints = [
            models.UniqueConstraint(fields=["edition", "kind"], name="edition_file_once_a_kind"),
        ]

    def __str__(self) -> str:
        return f"{self.edition} · {self.get_kind_display()}"

    @property
    def purpose(self) -> str | Promise:
        return KINDS[self.kind].purpose

    @property
    def file_name(self) -> str:
        """The name of the downloaded file, in the language of the edition."""
        return self.edition.file_named(self.kind)


def make_files(edition: ReportEdition, report: Report, kinds: Iterable[str] = tuple(KINDS)) -> None:
    """Make the files of an edition anew, in place of those an earlier attempt had left."""
    for earlier in edition.files.filter(kind__in=kinds):
        earlier.file.delete(save=False)
        earlier.delete()
    for kind in kinds:
        body = KINDS[kind].made_of(report)
        made = EditionFile(edition=edition, kind=kind, sha256=hashlib.sha256(body).hexdigest())
        made.file.save(f"{edition.stored_name.removesuffix('.pdf')}.{kind}", ContentFile(body), save=False)
        made.save(force_insert=True)
