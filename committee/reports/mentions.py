"""Which records an edition prints and in which state, kept beside its content so that they are found."""

from django.db import transaction
from django.db.models import Case, When

from committee.printing.checked import Mention
from committee.printing.content import Report
from committee.printing.snapshot import walk
from committee.report_outlines.outline import general_meetings
from committee.reports.models import EditionMention, ReportEdition


@transaction.atomic
def keep_mentions(edition: ReportEdition, report: Report) -> None:
    """Note what the content of an edition mentions, in place of what an earlier attempt had noted."""
    edition.mentions.all().delete()
    mentions = {part.record: part.state for part in walk(report) if isinstance(part, Mention)}
    EditionMention.objects.bulk_create(
        EditionMention(edition=edition, record=record, state=state) for record, state in mentions.items()
    )


def states_in_last_report(meeting_id: int) -> dict[str, str]:
    """Return by record the state that the report of the last meeting before this one had printed."""
    ordinals = general_meetings().filter(pk=meeting_id).values("ordinal")
    earlier = ReportEdition.objects.ready().filter(meeting__ordinal__lt=ordinals[:1])
    # Published ones first: what both cities laid open is what was said.
    published = Case(When(identifier="", then=0), default=1)
    last = earlier.order_by("-meeting__ordinal", published.desc(), "-finished_at", "-pk").values("pk")
    return dict(EditionMention.objects.filter(edition=last[:1]).values_list("record", "state"))
