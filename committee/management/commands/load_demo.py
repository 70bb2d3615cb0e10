from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError
from django.db import transaction

from committee.demonstration.filling import fill, is_empty
from committee.demonstration.reports import review_reports
from committee.demonstration.sign_ins import keep, new_password, sign_ins
from committee.rules import BrokenRule


class Command(BaseCommand):
    help = (
        "Fill an empty database with the demonstration: public facts of the Seoul-Beijing Joint "
        "Committee, and "
        "invented people, progress and figures marked as illustrative. Prints the sign-ins."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--air",
            metavar="FOLDER",
            type=Path,
            help="import the real air-quality files found in FOLDER instead of generating figures",
        )
        parser.add_argument(
            "--no-air",
            action="store_true",
            help="leave the air-quality figures out, the committee's side only",
        )
        parser.add_argument(
            "--if-empty",
            action="store_true",
            help="do nothing, without an error, when there are records already",
        )

    def handle(self, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError(
                "This installation is not a demonstration. Set DEMONSTRATION=true in the environment to "
                "load it; "
                "anybody who knows the printed password can then sign in."
            )
        if options["if_empty"] and not is_empty():
            self.stdout.write("The database has records already; nothing was loaded.")
            return
        password = new_password()
        try:
            self._load(password, options)
        except BrokenRule as rule:
            raise CommandError(str(rule.message)) from rule
        text = sign_ins(password)
        keep(text)
        self.stdout.write(text)

    @transaction.atomic
    def _load(self, password: str, options: dict[str, Any]) -> None:
        fill(password=password)
        if not options["no_air"]:
            # By name: the committee knows no room of the environment.
            call_command("load_demo_air", folder=options["air"], stdout=self.stdout)
        review_reports()
