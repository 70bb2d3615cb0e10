import json
import time
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand

from committee.cities.models import City
from committee.founding.actions import found_committee
from environment.measurements.actions import receive
from environment.measurements.clock_decision import Clock, ClockDiffers
from environment.measurements.sorting import receive_sorted
from environment.measurements.summary import Summary
from environment.sources.registry import SOURCES

AUTO = "auto"
# How the command ends; 2 is for arguments that it does not know.
UNREADABLE, CLOCK_DIFFERS = 1, 3
NOT_TAKEN_IN = "Nothing of it was taken in; --accept-clock takes it in as it is."


class Command(BaseCommand):
    help = (
        "Takes in air-quality files of both cities. Each FILE (a table, a folder or an archive of tables) "
        "is one delivery. Ends with 1 when a file could not be read, with 3 when the hours of one go by "
        "another clock than what is known; nothing of it is taken in. The others are taken in all the same."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument(
            "--source",
            default=AUTO,
            choices=[AUTO, *sorted(SOURCES)],
            help="the format of the files; auto tells it of each file by what stands in it",
        )
        parser.add_argument(
            "--accept-clock",
            action="store_true",
            help="take hours in as they are labelled, also where they look shifted; what was found is kept",
        )
        parser.add_argument("--json", action="store_true", help="print the summary as one JSON object")
        parser.add_argument("files", nargs="+", type=Path, metavar="FILE")

    def handle(self, *args: Any, **options: Any) -> None:
        started = time.monotonic()
        if not City.objects.exists():
            found_committee()
            self.stderr.write("The database held no city: both cities and their subcommittees were entered.")
        summary, refused = Summary(), False
        clock = Clock.ACCEPTED if options["accept_clock"] else Clock.MUST_AGREE
        for path in options["files"]:
            try:
                summary.add(_received(path, options["source"], clock))
            except ClockDiffers as doubt:
                refused = True
                self.stderr.write(f"{path}: {doubt.message} {NOT_TAKEN_IN}")
        counts = {**summary.counts(), "seconds": round(time.monotonic() - started, 3)}
        self.stdout.write(json.dumps(counts, ensure_ascii=False) if options["json"] else as_lines(counts))
        for file in summary.unreadable:
            self.stderr.write(f"{file.name}: {file.reason}")
        if refused or summary.unreadable:
            raise SystemExit(CLOCK_DIFFERS if refused else UNREADABLE)


def _received(path: Path, name: str, clock: Clock) -> Summary:
    if name == AUTO or not SOURCES[name].city:
        candidates = list(SOURCES.values()) if name == AUTO else [SOURCES[name]]
        return receive_sorted(by=None, candidates=candidates, path=path, clock=clock)
    return receive(by=None, source=SOURCES[name], path=path, clock=clock)


def as_lines(counts: dict[str, Any]) -> str:
    """Return the summary for people: a line a count, the reasons for rejects below their line."""
    lines = [f"{name:<9} {count}" for name, count in counts.items() if name != "rejected"]
    reasons = [f"  {reason}: {count}" for reason, count in counts["rejected"].items()]
    return "\n".join([*lines, f"{'rejected':<10}{sum(counts['rejected'].values())}", *reasons])
