"""Who may undo a deletion and read a history, named here so that `archive` knows no room above it."""

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
