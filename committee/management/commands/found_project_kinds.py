from typing import Any

from django.core.management.base import BaseCommand, CommandError

from committee.founding.actions import found_project_kinds
from committee.rules import BrokenRule


class Command(BaseCommand):
    help = (
        "Enter the kinds of projects of the committee, each with its figures and indicators, into an "
        "installation that was founded before there were any."
    )

    def handle(self, **options: Any) -> None:
        try:
            kinds = found_project_kinds()
        except BrokenRule as rule:
            raise CommandError(str(rule.message)) from rule
        self.stdout.write("Kinds of projects: " + ", ".join(str(kind) for kind in kinds.values()))
