from committee.members.models import Member
from committee.members.permissions import is_secretariat, leads, works_in
from committee.progress.models import ProgressUpdate
from committee.projects.models import Project
from committee.projects.permissions import may_report_on

State, UNANSWERED = ProgressUpdate.State, ProgressUpdate.UNANSWERED


def may_start_update(member: Member, project: Project) -> bool:
    """Who works in the subcommittee reports; a secretariat enters what its city's co-lead dictates."""
    return may_report_on(member, project) or is_secretariat(member)


def may_enter_for(member: Member, project: Project, whom: Member) -> bool:
    """A secretariat enters updates on behalf of the co-leads of its own city, and of nobody else."""
    is_colleague = whom.city_id == member.city_id and whom != member and whom.is_active
    return is_secretariat(member) and is_colleague and leads(whom, project.subcommittee)


def reports_for(member: Member, update: ProgressUpdate) -> bool:
    """Co-leads and contributors of the subcommittee write the updates of their own city.

    So does its secretariat with those that it entered on behalf of a co-lead.
    """
    is_entered = update.on_behalf_of_id is not None and is_secretariat(member)
    is_writer = is_entered or works_in(member, update.project.subcommittee)
    return member.city_id == update.city_id and is_writer


def answers_for(member: Member, update: ProgressUpdate) -> bool:
    """The other city's co-lead answers, and never somebody who wrote or submitted the update."""
    wrote = member.pk in update.writers
    is_other_city = member.city_id == update.answering_city_id
    return is_other_city and not wrote and leads(member, update.project.subcommittee)


def may_edit_update(member: Member, update: ProgressUpdate) -> bool:
    is_open = update.state in (State.DRAFT, State.RETURNED) or update.is_open_on_both_sides
    return is_open and reports_for(member, update)


def may_submit_update(member: Member, update: ProgressUpdate) -> bool:
    return update.state in (State.DRAFT, State.RETURNED) and reports_for(member, update)


def may_delete_update(member: Member, update: ProgressUpdate) -> bool:
    """A draft can go; what was once submitted stays."""
    return update.state == State.DRAFT and reports_for(member, update)


def may_withdraw_update(member: Member, update: ProgressUpdate) -> bool:
    return update.state in UNANSWERED and reports_for(member, update)


def may_answer_update(member: Member, update: ProgressUpdate) -> bool:
    """Silence takes nothing away: what has become one-sided can still be answered."""
    return update.state in UNANSWERED and answers_for(member, update)


def may_state_otherwise(member: Member, update: ProgressUpdate) -> bool:
    """Each city writes its own statement only, until both are closed."""
    return (update.state in UNANSWERED or update.is_open_on_both_sides) and answers_for(member, update)


def may_confirm_after_all(member: Member, update: ProgressUpdate) -> bool:
    return update.is_open_on_both_sides and answers_for(member, update)


def may_close_update(member: Member, update: ProgressUpdate) -> bool:
    """A co-lead of the city that did not write last: nothing is closed before the other one has read it."""
    is_asked = update.is_open_on_both_sides and closes_for(member, update)
    return is_asked and leads(member, update.project.subcommittee)


def closes_for(member: Member, update: ProgressUpdate) -> bool:
    is_of_them = member.city_id in (update.city_id, update.answering_city_id)
    return is_of_them and member.city_id != update.last_word_id


def may_mend_update(member: Member, update: ProgressUpdate) -> bool:
    return update.state == State.CONFIRMED and mends_for(member, update)


def mends_for(member: Member, update: ProgressUpdate) -> bool:
    """Who reports, and the secretariat, which translates, correct the wording of their own city's updates."""
    is_own = member.city_id == update.city_id
    return is_own and (is_secretariat(member) or works_in(member, update.project.subcommittee))


def may_correct_update(member: Member, update: ProgressUpdate) -> bool:
    """One correction at a time; a confirmed correction is itself what is corrected next."""
    is_free = update.state == State.CONFIRMED and not hasattr(update, "correction")
    return is_free and reports_for(member, update)
