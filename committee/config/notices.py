"""What members are told and reminded of, named here so that `notices` knows no room above it."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

# In the order members choose: code → (what they read, how it comes unless chosen). The ways are those of
# `committee.notices.models.Way`.
NOTICE_KINDS: dict[str, tuple[Promise, str]] = {
    "post": (_("Terms that end, and hand-overs"), "at_once"),
    "agenda": (_("Agenda items proposed, accepted or returned"), "daily"),
    "follow_up": (_("Actions given to you, due soon or late"), "daily"),
    "update": (_("Updates handed over, confirmed or returned"), "at_once"),
    "project": (_("Projects that the other city has released"), "daily"),
    "update_due": (_("Reminders of updates that are due"), "daily"),
    "confirmation_due": (_("Reminders of updates to confirm"), "daily"),
    "event_over": (_("Reminders of events whose outcome is missing"), "daily"),
    "commitment_late": (_("Reminders of commitments that are late"), "daily"),
    "minutes": (_("Minutes circulated, remarked on or agreed"), "at_once"),
    "minutes_due": (_("Reminders of minutes to answer"), "daily"),
    "report": (_("Reports in review, approved, published or withdrawn"), "at_once"),
    "delegation": (_("Delegations announced"), "at_once"),
    "mention": (_("Being mentioned in a discussion or a review"), "at_once"),
    "agreement_expires": (_("Reminders of agreements that expire"), "daily"),
    "translation": (_("Translations to make or to check, and those that are done"), "at_once"),
    "alert": (_("Messages in alert threads"), "at_once"),
    "gap": (_("Gaps in the promised hours"), "at_once"),
    "delivery": (_("Deliveries that are held"), "at_once"),
    "checklist": (_("Reminders of steps towards a meeting"), "daily"),
    "pull": (_("Interfaces that do not answer"), "at_once"),
}

# Functions that are given the time it is and yield what is to be reminded of then, as
# `committee.reminders.reminding.Reminder`.
REMINDERS = [
    "committee.agreements.reminders.expiring_agreements",
    "committee.commitments.reminders.late_commitments",
    "committee.events.reminders.events_without_outcome",
    "committee.minutes.reminders.unanswered_minutes",
    "committee.follow_ups.reminders.due_follow_ups",
    "committee.progress.reminders.due_updates",
    "committee.progress.reminders.due_confirmations",
    "committee.checklists.reminders.due_steps",
    "committee.hand_overs.reminders.ending_posts",
    "committee.translations.reminders.late_translations",
]
