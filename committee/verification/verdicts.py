"""What can be said of a file by its checksum, or by the identifier that it carries."""

from dataclasses import dataclass

from django.conf import settings
from django.db.models import Exists, OuterRef, Q, TextChoices
from django.utils.translation import gettext_lazy as _

from committee.members.models import Member
from committee.reports.edition_files import EditionFile
from committee.reports.meeting_report import MeetingReport
from committee.reports.models import EditionQuerySet, ReportEdition


class Verdict(TextChoices):
    """In words that begin what a reader is told."""

    UNCHANGED = "unchanged", _("This is the published edition, unchanged.")
    CORRECTED = "corrected", _("This is an edition that was published and has been corrected since.")
    WITHDRAWN = "withdrawn", _("This is an edition that was published and withdrawn.")
    DRAFT = "draft", _("This is a draft. It was never published.")
    ALTERED = "altered", _("This file was altered: it is not the edition that it says it is.")
    UNKNOWN = "unknown", _("This file is not known here.")


@dataclass(frozen=True)
class Verified:
    """What is known of a file; `current` is the edition in force in its language where it is another one."""

    sha256: str
    verdict: Verdict
    edition: ReportEdition | None = None
    current: ReportEdition | None = None

    @property
    def is_good(self) -> bool:
        return self.verdict == Verdict.UNCHANGED

    @property
    def sound(self) -> ReportEdition | None:
        """The edition that may be relied on, to be read instead of what was sent or as the same."""
        in_force = self.edition if self.edition and _verdict(self.edition) == Verdict.UNCHANGED else None
        return self.current or in_force

    @property
    def reason(self) -> str:
        """Why it is in force no more, in the words of who decided so."""
        report = self.edition.report if self.edition else None
        if report is None:
            return ""
        if report.state == MeetingReport.State.CORRECTED:
            return str(report.corrected_by.correction)
        return report.withdrawn_because


def verify(sha256: str, *, reader: Member | None, identifier: str = "") -> Verified:
    """Judge a file by its checksum, the PDF or one beside it; one not known, by the identifier it carries.

    Args:
        sha256: the checksum in lower case.
        reader: a member, who may hear of drafts as well; None for a visitor.
        identifier: what the file says it is.
    """
    known = Q(sha256=sha256) | Exists(EditionFile.objects.filter(edition=OuterRef("pk"), sha256=sha256))
    if edition := editions_for(reader).filter(known).order_by("-identifier", "pk").first():
        return Verified(sha256, _verdict(edition), edition, _current(edition, reader))
    named = editions_for(reader).laid_open().filter(identifier=identifier)
    if identifier and (edition := named.first()):
        return Verified(sha256, Verdict.ALTERED, edition, _current(edition, reader))
    return Verified(sha256, Verdict.UNKNOWN)


def editions_for(reader: Member | None) -> EditionQuerySet:
    """Return the editions of which a reader may hear; a visitor of those that were published once."""
    editions = ReportEdition.objects.select_related("meeting__host", "frozen__round__report__corrected_by")
    editions = editions.ready().defer("content", "frozen__text")
    if reader is not None:
        return editions.visible_to(reader)
    return editions.laid_open() if settings.PUBLIC_PART else editions.none()


def _verdict(edition: ReportEdition) -> Verdict:
    if not edition.identifier or edition.report is None:
        return Verdict.DRAFT
    return {
        MeetingReport.State.WITHDRAWN: Verdict.WITHDRAWN,
        MeetingReport.State.CORRECTED: Verdict.CORRECTED,
    }.get(MeetingReport.State(edition.report.state), Verdict.UNCHANGED)


def _current(edition: ReportEdition, reader: Member | None) -> ReportEdition | None:
    """Return the edition of the same meeting in the same languages in force, where it is another."""
    in_force = editions_for(reader).filter(
        frozen__round__report__state=MeetingReport.State.PUBLISHED,
        meeting=edition.meeting_id,
        language=edition.language,
        second_language=edition.second_language,
    )
    return in_force.laid_open().exclude(pk=edition.pk).first()
