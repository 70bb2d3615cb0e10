"""What rooms say of their records, named here so that what asks for it below knows no room above."""

# Model → who may delete such a record and so may bring it back: a predicate of member and record. A part is
# looked up itself, then the record on whose page it is shown, which the predicate is then asked about. Nobody
# brings back what is not named here.
MAY_DELETE = {
    "committee.AgendaItem": "committee.agendas.permissions.may_edit_item",
    "committee.Agreement": "committee.agreements.permissions.may_edit_agreement",
    "committee.BudgetLine": "committee.budgets.permissions.may_edit_budget_line",
    "committee.ChecklistTask": "committee.checklists.permissions.may_edit_task",
    "committee.City": "committee.cities.permissions.may_edit_city",
    "committee.Commitment": "committee.commitments.permissions.may_edit_commitment",
    "committee.Delegation": "committee.delegations.permissions.may_edit_delegation",
    "committee.Event": "committee.events.permissions.may_edit_event",
    "committee.Foreword": "committee.forewords.permissions.may_edit_foreword",
    "committee.Institute": "committee.research.permissions.may_edit_institute",
    "committee.FollowUp": "committee.follow_ups.permissions.may_delete_follow_up",
    "committee.Meeting": "committee.meetings.permissions.may_edit_meeting",
    "committee.Member": "committee.members.permissions.may_edit_member",
    "committee.MeetingReport": "committee.reports.permissions.may_delete_report",
    "committee.Minutes": "committee.minutes.permissions.may_write",
    "committee.Position": "committee.positions.permissions.may_edit_position",
    "committee.ProgressUpdate": "committee.progress.permissions.reports_for",
    "committee.Project": "committee.projects.permissions.may_edit_project",
    "committee.ProjectKind": "committee.project_kinds.permissions.may_edit_kind",
    "committee.Researcher": "committee.research.permissions.may_edit_researcher",
    "committee.Study": "committee.research.permissions.may_edit_study",
    "committee.Subcommittee": "committee.subcommittees.permissions.may_edit_subcommittee",
    "environment.ProjectAirLink": "environment.project_links.permissions.may_edit_link",
    "environment.Promise": "environment.ledger.permissions.may_edit_promise",
    "environment.Pull": "environment.pulls.permissions.may_edit_pull",
    "environment.Station": "environment.stations.permissions.may_edit_station",
}

# Model → what refuses to have a record back where no constraint can; it is given the record.
REFUSE_RESTORED = {
    "committee.Event": "committee.events.fitting.refuse_restored_event",
    "committee.Institute": "committee.research.actions.refuse_restored",
    "committee.AgendaItem": "committee.agendas.consents.refuse_restored_item",
    "committee.Post": "committee.members.actions.refuse_restored_post",
    "committee.Study": "committee.research.actions.refuse_restored",
}

# Model → who may read the history of such a record, a predicate of member and record; '' for whoever the
# model's queryset shows it to. The history of what is not named here is no file.
MAY_READ_HISTORY = {
    "committee.Agreement": "",
    "committee.ChecklistTask": "",
    "committee.City": "",
    "committee.Commitment": "",
    "committee.Delegation": "",
    "committee.Document": "",
    "committee.Event": "",
    "committee.FollowUp": "",
    "committee.HandOver": "committee.hand_overs.permissions.may_read_hand_over",
    "committee.Meeting": "",
    "committee.Member": "committee.members.permissions.may_edit_member",
    "committee.MeetingReport": "",
    "committee.Message": "",
    "committee.Minutes": "",
    "committee.Position": "committee.positions.permissions.may_read_history",
    "committee.ProgressUpdate": "",
    "committee.Project": "",
    "committee.ProjectKind": "",
    "committee.ReportOutline": "",
    "committee.Study": "",
    "committee.Subcommittee": "",
    "committee.TranslationRequest": "",
    "environment.AlertThread": "",
    "environment.GapNotice": "",
    "environment.MachineAccount": "environment.exchange.permissions.may_edit_machine_account",
    "environment.Promise": "",
    "environment.Pull": "",
    "environment.Station": "",
}

# Functions that get each record after an act on it, and the entry that the history keeps, in one transaction.
AFTER_ACT_KEPT = [
    "committee.translations.following.note_texts",
    "committee.follow_ups.carrying_over.open_next_agenda",
    "committee.checklists.actions.change_hands",
]

# Functions that get each record right after an act on it was kept, in the same transaction; rooms above
# `history` that follow what changes, or refuse it.
AFTER_RECORD_CHANGED = [
    "committee.workdays.countries.forget_countries",
    "committee.search.following.note_changed",
    "committee.checklists.actions.move_steps",
    "committee.projects.persons.refuse_what_names_somebody",
]

# The texts that may be asked for in further languages: what each room says of its records.
TRANSLATED = [
    "committee.meetings.translated.TRANSLATED",
    "committee.programmes.translated.TRANSLATED",
    "committee.delegations.translated.TRANSLATED",
    "committee.minutes.translated.TRANSLATED",
    "committee.agendas.translated.TRANSLATED",
    "committee.forewords.translated.TRANSLATED",
    "committee.report_outlines.translated.TRANSLATED",
    "committee.agreements.translated.TRANSLATED",
    "committee.commitments.translated.TRANSLATED",
    "committee.projects.translated.TRANSLATED",
    "committee.events.translated.TRANSLATED",
    "committee.progress.translated.TRANSLATED",
    "committee.documents.translated.TRANSLATED",
]

# Lists that are not called `…_list`; what a member narrows them down to is kept as well.
FURTHER_LISTS = ["search", "library", "commitment_board", "project_timeline", "quarantine"]

# What is found by searching, in the order of the page: what each room says of its records.
SEARCHED = [
    "committee.meetings.search_entry.SEARCHED",
    "committee.agendas.search_entry.SEARCHED",
    "committee.follow_ups.search_entry.SEARCHED",
    "committee.minutes.search_entry.SEARCHED",
    "committee.delegations.search_entry.SEARCHED",
    "committee.programmes.search_entry.SEARCHED",
    "committee.agreements.search_entry.SEARCHED",
    "committee.commitments.search_entry.SEARCHED",
    "committee.positions.search_entry.SEARCHED",
    "committee.projects.search_entry.SEARCHED",
    "committee.events.search_entry.SEARCHED",
    "committee.research.search_entry.SEARCHED",
    "committee.project_kinds.search_entry.SEARCHED",
    "committee.progress.search_entry.SEARCHED",
    "committee.budgets.search_entry.SEARCHED",
    "committee.discussions.search_entry.SEARCHED",
    "committee.reports.search_entry.SEARCHED",
    "committee.documents.search_entry.SEARCHED",
    "committee.subcommittees.search_entry.SEARCHED",
    "committee.members.search_entry.SEARCHED",
    "committee.checklists.search_entry.SEARCHED",
]
