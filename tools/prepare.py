"""Bring the database up to date and, when it is empty, fill it with the demonstration.

What `make run` does before it serves. Nothing here is lost or repeated when it runs again.
"""

import io
import os

import django
from django.conf import settings
from django.core.management import call_command

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "committee.config.settings")
django.setup()

from committee.cities.models import City  # noqa: E402 - models can be read only after setup
from tools.serve import SIGN_INS  # noqa: E402


def load_demonstration() -> None:
    """Load it, and keep the sign-ins it prints where only this user can read them."""
    print("Loading the demonstration ...", flush=True)
    said = io.StringIO()
    call_command("load_demo", stdout=said)
    SIGN_INS.touch(mode=0o600)
    SIGN_INS.write_text(said.getvalue(), encoding="utf-8")


def queue_the_report() -> None:
    """Ask for the report of the third general meeting in every language; the worker builds it."""
    for language, _name in settings.LANGUAGES:
        call_command("build_report", meeting=3, language=language, queue=True)


if __name__ == "__main__":
    call_command("migrate", interactive=False, verbosity=0)
    if settings.DEMONSTRATION and not City.objects.exists():
        load_demonstration()
        queue_the_report()
