"""Tells the other city of an update that was handed over, and its writers of the answer."""

from django.utils.translation import gettext as _

from committee.members.holders import co_leads
from committee.members.models import Member
from committee.notices.actions import notify
from committee.notices.reasons import as_co_lead_of, as_its_author
from committee.progress.models import ProgressUpdate


def tell_submitted(update: ProgressUpdate) -> None:
    """Tell the co-leads who may confirm it."""
    assert update.submitted_at is not None, "a submitted update has its time"
    project, city = update.project, update.city
    leads = co_leads(update.answering_city, update.submitted_at).get(project.subcommittee_id, [])
    wrote = (update.author_id, update.submitted_by_id)
    notify(
        members=[member for member in leads if member.pk not in wrote],
        kind="update",
        key=f"update-{update.pk}-submitted-{int(update.submitted_at.timestamp())}",
        subject=lambda: _("Update to confirm: %(project)s") % {"project": project},
        body=lambda: (
            _("%(city)s reports of %(first)s – %(last)s. Please confirm it or return it.")
            % {"city": city, "first": update.period_from, "last": update.period_until}
        ),
        address=f"updates/{update.pk}/",
        reason=as_co_lead_of(project.subcommittee),
    )


def tell_answered(update: ProgressUpdate) -> None:
    """Tell who wrote and who submitted it; of a return, with the reason."""
    assert update.answered_at is not None, "an answered update has its time"

    def subject() -> str:
        words = (
            _("Update returned: %(project)s") if update.return_comment else _("Update confirmed: %(project)s")
        )
        return words % {"project": update.project}

    writers = Member.objects.filter(pk__in=[update.author_id, update.submitted_by_id])
    notify(
        members=writers.select_related("city"),
        kind="update",
        key=f"update-{update.pk}-answered-{int(update.answered_at.timestamp())}",
        subject=subject,
        body=update.return_comment,
        address=f"updates/{update.pk}/",
        reason=as_its_author,
    )
