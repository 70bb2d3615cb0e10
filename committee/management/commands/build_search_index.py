from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand

from committee.search.indexing import build, is_built
from committee.search.models import SearchEntry


class Command(BaseCommand):
    help = (
        "Make the index of the search anew from the records. Needed once after an update from a version "
        "that had none; records written later are entered by themselves."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--if-missing", action="store_true", help="do nothing when there is an index of this version"
        )

    def handle(self, **options: Any) -> None:
        if not (options["if_missing"] and is_built()):
            build()
        self.stdout.write(f"{SearchEntry.objects.count()} records can be found.")
