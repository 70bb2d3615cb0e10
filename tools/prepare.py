"""Bring the database up to date; a demonstration is loaded once, and its report built once.

What `make run` does before it serves. Nothing here is lost or repeated when it runs again.
"""

import io
import os

import django
from django.conf import settings
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "committee.config.settings")
django.setup()

from committee.models import GeneralMeeting, ReportEdition  # noqa: E402 - only after setup

THIRD_GENERAL_MEETING = 3
State = ReportEdition.State


def build_missing_reports() -> None:
    """Build the languages that have no edition; one that was broken off is the worker's to finish."""
    editions = ReportEdition.objects.filter(meeting__ordinal=THIRD_GENERAL_MEETING)
    there = set(editions.exclude(state=State.FAILED).values_list("language", flat=True))
    for language, _name in settings.LANGUAGES:
        if language not in there:
            call_command("build_report", meeting=THIRD_GENERAL_MEETING, language=[language])


def main() -> None:
    call_command("migrate", interactive=False, verbosity=0)
    call_command("build_search_index", if_missing=True, stdout=io.StringIO())
    if settings.DEMONSTRATION:
        print("Loading the demonstration, where there is none yet ...", flush=True)
        # It keeps the sign-ins in a file too; they are printed when the web answers.
        call_command("load_demo", if_empty=True, stdout=io.StringIO())
        if GeneralMeeting.objects.filter(ordinal=THIRD_GENERAL_MEETING).exists():
            build_missing_reports()


if __name__ == "__main__":
    main()
