import json
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from committee.cities.models import City
from committee.founding.actions import found_committee
from environment.measurements.actions import receive
from environment.measurements.sorting import receive_sorted
from environment.measurements.summary import Summary
from environment.sources.registry import SOURCES

AUTO = "auto"


class Command(BaseCommand):
    help = (
        "Takes in air-quality files of both cities. Each FILE (a table, a folder or an archive of tables) "
        "is one delivery. Ends with 1 when a file could not be read; the others are taken in all the same."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--source",
            default=AUTO,
            choices=[AUTO, *sorted(SOURCES)],
            help="the format of the files; auto tells it of each file by what stands in it",
        )
        parser.add_argument("--json", action="store_true", help="print the summary as one JSON object")
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        if not City.objects.exists():
            found_committee()
            self.stderr.write("The database held no city: both cities and their subcommittees were entered.")
        summary = Summary()
        name = options["source"]
        candidates = list(SOURCES.values()) if name == AUTO else [SOURCES[name]]
        for path in options["files"]:
            if name == AUTO or not SOURCES[name].city:
                summary.add(receive_sorted(by=None, candidates=candidates, path=path))
            else:
                summary.add(receive(by=None, source=SOURCES[name], path=path))
        counts = {**summary.counts(), "seconds": round(time.monotonic() - started, 3)}
        self.stdout.write(json.dumps(counts, ensure_ascii=False) if options["json"] else as_lines(counts))
        for file in summary.unreadable:
            self.stderr.write(f"{file.name}: {file.reason}")
        if summary.unreadable:
            raise SystemExit(1)


def as_lines(counts: dict[str, Any]) -> str:
    """Return the summary for people: a line a count, the reasons for rejects below their line."""
    lines = [f"{name:<9} {count}" for name, count in counts.items() if name != "rejected"]
    reasons = [f"  {reason}: {count}" for reason, count in counts["rejected"].items()]
    return "\n".join([*lines, f"{'rejected':<10}{sum(counts['rejected'].values())}", *reasons])
