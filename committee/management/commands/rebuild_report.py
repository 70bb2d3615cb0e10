import argparse
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from committee.reports.models import ReportEdition
from committee.reports.reprints import begin_reprint, reprint


class Command(BaseCommand):
    help = "Builds an edition of a report again from what it was printed of, and compares both files."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument("--edition", type=int, required=True, help="number of the edition in its address")

    def handle(self, *, edition: int, **_options: Any) -> None:
        found = ReportEdition.objects.ready().filter(pk=edition).first()
        if found is None:
            raise CommandError(f"There is no edition {edition} that is ready.")
        again = begin_reprint(found, None)
        reprint(again.pk)
        again.refresh_from_db()
        if again.failure:
            raise CommandError(again.failure)
        self.stdout.write(f"stored:      {found.sha256}\nbuilt again: {again.sha256}")
        if not again.is_same:
            raise CommandError("\n".join(["The files differ.", *again.reasons]))
        self.stdout.write("The same, byte for byte.")
