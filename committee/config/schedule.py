"""What runs by the clock, and what follows a change of the air."""

# Rooms that compute from the air: these tasks are called after a city's values changed, and by the schedule
# in case nobody could be told. By name, because `measurements` knows no room above it.

AFTER_AIR_CHANGED: list[str] = ["environment.alerts.judge_changes", "environment.effects.bring_up_to_date"]
# The same after a link between a project and the air was entered or changed.
AFTER_AIR_LINK_CHANGED: list[str] = ["environment.effects.bring_up_to_date"]

CELERY_BEAT_SCHEDULE = {
    "send-due-mail": {"task": "committee.notices.send_due_mail", "schedule": 60.0},
    # Often, so that the daily mails go out at eight in each city's time zone.
    "send-digests": {"task": "committee.notices.send_digests", "schedule": 60.0},
    "remind-members": {"task": "committee.reminders.remind_members", "schedule": 900.0},
    "note-silence-on-updates": {"task": "committee.progress.note_silence", "schedule": 900.0},
    "drop-unused-imports": {"task": "committee.imports.drop_unused", "schedule": 24 * 3600.0},
    "take-up-silent-book-builds": {
        "task": "committee.delegation_books.take_up_silent_builds",
        "schedule": 60.0,
    },
    "take-up-silent-prints-of-minutes": {
        "task": "committee.minutes_prints.take_up_silent_builds",
        "schedule": 60.0,
    },
    "drop-superseded-prints": {
        "task": "committee.minutes_prints.drop_superseded",
        "schedule": 24 * 3600.0,
    },
    "take-up-silent-report-builds": {"task": "committee.reports.take_up_silent_builds", "schedule": 60.0},
    "take-up-silent-rounds": {"task": "committee.reports.take_up_silent_rounds", "schedule": 60.0},
    "give-up-silent-reprints": {"task": "committee.reports.give_up_silent_reprints", "schedule": 60.0},
    "look-after-publications": {"task": "committee.reports.look_after_publications", "schedule": 60.0},
    "bring-search-up-to-date": {"task": "committee.search.bring_up_to_date", "schedule": 60.0},
    "run-due-pulls": {"task": "environment.pulls.run_due", "schedule": 30.0},
    "look-for-gaps": {"task": "environment.gaps.find_gaps", "schedule": 300.0},
    "remind-of-alerts": {"task": "environment.threads.remind", "schedule": 300.0},
    "take-up-silent-deliveries": {"task": "environment.exchange.take_up_silent", "schedule": 60.0},
    "forget-old-deletions": {"task": "committee.archive.forget_old_deletions", "schedule": 24 * 3600.0},
    "forget-sent-forms": {"task": "committee.archive.forget_sent_forms", "schedule": 24 * 3600.0},
    "drop-old-bodies": {"task": "environment.exchange.drop_old_bodies", "schedule": 24 * 3600.0},
}
CELERY_BEAT_SCHEDULE |= {
    f"after-air-changed-{_task}": {"task": _task, "schedule": 60.0} for _task in AFTER_AIR_CHANGED
}
