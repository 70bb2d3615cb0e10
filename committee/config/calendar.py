"""What stands in the calendar, named here so that `calendar` knows no room with dates."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# What the calendar holds, in the order of its filter: kind → what it is called, and the function of a room
# that yields `committee.workdays.dated.Dated` of a period for a reader.

CALENDAR_SOURCES: dict[str, tuple[Promise, str]] = {
    "meeting": (_("Meetings"), "committee.meetings.calendar_entries.meetings"),
    "checklist": (_("Steps towards meetings"), "committee.checklists.calendar_entries.due_steps"),
    "programme": (_("Programmes of meetings"), "committee.programmes.calendar_entries.programme_entries"),
    "minutes": (_("Answers to minutes"), "committee.minutes.calendar_entries.answers_asked"),
    "action": (_("Actions due"), "committee.follow_ups.calendar_entries.due_actions"),
    "signing": (_("Agreements signed"), "committee.agreements.calendar_entries.signings"),
    "expiry": (_("Agreements that end"), "committee.agreements.calendar_entries.expiries"),
    "commitment": (_("Commitments due"), "committee.commitments.calendar_entries.due_commitments"),
    "milestone": (_("Milestones due"), "committee.projects.calendar_entries.due_milestones"),
    "event": (_("Events of projects"), "committee.events.calendar_entries.events"),
    "update": (_("Updates due"), "committee.progress.calendar_entries.due_updates"),
    "report": (_("Reports published"), "committee.reports.calendar_entries.published_reports"),
    "gap": (_("Gaps in the promised hours"), "environment.gaps.calendar_entries.gap_notices"),
}
# The kinds whose function is also asked for whoever has not signed in, and the page that visitors are led to.
PUBLIC_CALENDAR_KINDS = {
    "meeting": "public_meetings",
    "signing": "public_agreements",
    "expiry": "public_agreements",
    "report": "public_reports",
}
