"""Prints a report in a process of its own, without any chart drawn before, and says its checksum."""

import os

import django

os.environ["DJANGO_SETTINGS_MODULE"] = "committee.config.settings_for_tests"
django.setup()

# Django must be set up before anything is printed.
from committee.printing.press import print_report  # noqa: E402
from tests.factories.printed import FIGURES, two_chapters  # noqa: E402

print(print_report(two_chapters(), attachments=[FIGURES]).sha256)  # noqa: T201
