from committee.members.models import Member
from committee.members.permissions import leads, works_in
from committee.progress.models import ProgressUpdate

State = ProgressUpdate.State


def reports_for(member: Member, update: ProgressUpdate) -> bool:
    """Co-leads and contributors of the subcommittee write the updates of their own city."""
    return member.city_id == update.city_id and works_in(member, update.project.subcommittee)


def answers_for(member: Member, update: ProgressUpdate) -> bool:
    """The other city's co-lead answers, and never somebody who wrote or submitted the update."""
    wrote = member.pk in (update.author_id, update.submitted_by_id)
    is_other_city = member.city_id == update.answering_city_id
    return is_other_city and not wrote and leads(member, update.project.subcommittee)


def may_edit_update(member: Member, update: ProgressUpdate) -> bool:
    return update.state in (State.DRAFT, State.RETURNED) and reports_for(member, update)


def may_submit_update(member: Member, update: ProgressUpdate) -> bool:
    return may_edit_update(member, update)


def may_delete_update(member: Member, update: ProgressUpdate) -> bool:
    """A draft can go; what was once submitted stays."""
    return update.state == State.DRAFT and reports_for(member, update)


def may_withdraw_update(member: Member, update: ProgressUpdate) -> bool:
    return update.state == State.SUBMITTED and reports_for(member, update)


def may_answer_update(member: Member, update: ProgressUpdate) -> bool:
    return update.state == State.SUBMITTED and answers_for(member, update)


def may_correct_update(member: Member, update: ProgressUpdate) -> bool:
    """One correction at a time; a confirmed correction is itself what is corrected next."""
    is_free = update.state == State.CONFIRMED and not hasattr(update, "correction")
    return is_free and reports_for(member, update)
