"""Building an edition again from what it was printed of, to see whether it gives the same bytes."""

import datetime
from collections.abc import Mapping

from django.db import models, transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from committee.members.models import Member
from committee.office_files.kinds import attachments_of
from committee.printing.press import print_report
from committee.printing.printed_with import differences, printed_with
from committee.printing.snapshot import from_json
from committee.reports.models import ReportEdition
from committee.rules.attempts import Attempt

# Beside the minutes it takes, it may wait for the editions of a publication.
LONGEST = datetime.timedelta(hours=2)


class Reprint(models.Model):
    """What an edition gave when it was built again, to be compared; the edition itself never changes."""

    edition = models.ForeignKey(
        ReportEdition, on_delete=models.CASCADE, related_name="reprints", verbose_name=_("report edition")
    )
    asked_by = models.ForeignKey(
        Member, on_delete=models.PROTECT, null=True, related_name="+", verbose_name=_("asked for by")
    )
    asked_at = models.DateTimeField(_("asked for"))
    finished_at = models.DateTimeField(_("finished"), null=True)
    sha256 = models.CharField(_("checksum (SHA-256)"), max_length=64, blank=True)
    # Versions and checksums of what the bytes depend on besides the content, by name.
    printed_with = models.JSONField(default=dict)
    failure = models.TextField(_("what went wrong"), blank=True)

    class Meta:
        ordering = ["-asked_at", "-pk"]
        verbose_name = _("edition built again")
        verbose_name_plural = _("editions built again")
        constraints = [
            models.CheckConstraint(
                condition=Q(finished_at__isnull=True, sha256="", failure="")
                | (Q(finished_at__isnull=False, failure="") & ~Q(sha256=""))
                | (Q(finished_at__isnull=False, sha256="") & ~Q(failure="")),
                name="reprint_finished_with_a_file_or_a_failure",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.edition}: {self.asked_at:%Y-%m-%d}"

    @property
    def is_same(self) -> bool:
        """Whether both files are the same, byte for byte."""
        return self.sha256 == self.edition.sha256

    @property
    def reasons(self) -> list[str]:
        """Say in the reader's language what was another when it was built again."""
        then: Mapping[str, str] = self.edition.printed_with
        return differences(then, self.printed_with) if then else []


def begin_reprint(edition: ReportEdition, by: Member | None) -> Reprint:
    return Reprint.objects.create(edition=edition, asked_by=by, asked_at=timezone.now())


def reprint(reprint_id: int) -> None:
    """Build the edition again, every chapter anew, and keep its checksum; one that is done stays."""
    begun = Reprint.objects.select_related("edition__frozen").get(pk=reprint_id)
    if begun.finished_at:
        return

    def fail(why: str) -> None:
        _finish(begun, failure=why)

    with Attempt(f"Building edition {begun.edition_id} again", fail=fail):
        edition = begun.edition
        with override(edition.language):
            report = from_json(edition.stored_content)
            pdf = print_report(
                report, attachments=attachments_of(report), identifier=report.identifier, anew=True
            )
        _finish(begun, sha256=pdf.sha256, printed_with=printed_with())


def give_up_silent(now: datetime.datetime) -> None:
    """End what was asked for long ago and whose worker died: its page would look for an end for ever."""
    silent = Reprint.objects.filter(finished_at__isnull=True, asked_at__lt=now - LONGEST)
    for begun in silent.select_related("asked_by", "edition"):
        with override(begun.asked_by.language if begun.asked_by else begun.edition.language):
            _finish(begun, failure=gettext("The work was broken off without a word."))


@transaction.atomic
def _finish(begun: Reprint, **fields: object) -> None:
    waiting = Reprint.objects.filter(pk=begun.pk, finished_at__isnull=True)
    waiting.update(finished_at=timezone.now(), **fields)
