from typing import Any

from django.core.management.base import BaseCommand, CommandError

from committee.founding.actions import found_committee
from committee.rules import BrokenRule


class Command(BaseCommand):
    help = "Enter the two cities and the four subcommittees of a new installation. `add_member` comes next."

    def handle(self, **options: Any) -> None:
        try:
            cities, subcommittees = found_committee()
        except BrokenRule as rule:
            raise CommandError(str(rule.message)) from rule
        self.stdout.write("Cities: " + ", ".join(city.code for city in cities))
        self.stdout.write("Subcommittees: " + ", ".join(group.code for group in subcommittees))
