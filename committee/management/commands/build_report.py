import argparse
import time
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from committee.models import GeneralMeeting, ReportEdition
from committee.printing.snapshot import to_json
from committee.reports.actions import under_way
from committee.reports.build import build, draft_of
from committee.reports.pairs import editions_for, first_and_second
from committee.reports.printed import printed


class Command(BaseCommand):
    help = "Builds the report of a general meeting here and now, without the queue."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--meeting", type=int, required=True, help="number of the general meeting, such as 3"
        )
        parser.add_argument(
            "--language",
            action="append",
            help="such as ko, or ko_zh-hans for two side by side; may be given several times (default: all)",
        )
        parser.add_argument("--output", type=Path, help="write the PDF here instead of keeping an edition")

    def handle(
        self, *, meeting: int, language: list[str] | None, output: Path | None, **_options: Any
    ) -> None:
        found = GeneralMeeting.objects.select_related("host").filter(ordinal=meeting).first()
        if found is None:
            raise CommandError(f"There is no general meeting no. {meeting}.")
        chosen = codes_of(found, language or ["all"])
        if output and len(chosen) > 1:
            raise CommandError("--output is one file: give one --language with it.")
        if output and not output.absolute().parent.is_dir():
            raise CommandError(f"There is no folder {output.absolute().parent}.")
        for code in chosen:
            started = time.monotonic()
            name, pages = write(found, code, output) if output else keep(found, code)
            seconds = time.monotonic() - started
            self.stdout.write(f"{code}: {pages} pages in {seconds:.1f} s – {name}")


def codes_of(meeting: GeneralMeeting, asked: list[str]) -> list[str]:
    """Return what to build, each once.

    Raises:
        CommandError: when the report to this meeting has no such edition.
    """
    possible = list(dict(editions_for(meeting)))
    if unknown := set(asked) - {"all", *possible}:
        raise CommandError(f"--language {min(unknown)}: give {', '.join(possible)} or all.")
    return possible if "all" in asked else list(dict.fromkeys(asked))


def write(meeting: GeneralMeeting, code: str, output: Path) -> tuple[str, int]:
    """Build the report into a file and leave nothing in the database."""
    report = draft_of(meeting, code, timezone.now())
    with override(report.language):
        pdf = printed(to_json(report))
    output.write_bytes(pdf.file)
    return str(output), pdf.pages


def keep(meeting: GeneralMeeting, code: str) -> tuple[str, int]:
    """Build the report as an edition, as the task does.

    Raises:
        CommandError: when such an edition is under way already.
    """
    if under_way(meeting.pk, code, None):
        raise CommandError(f"The {code} edition is being built already.")
    language, second = first_and_second(code)
    now = timezone.now()
    edition = ReportEdition.objects.create(
        meeting=meeting, language=language, second_language=second, requested_at=now, seen_alive_at=now
    )
    build(edition.pk)
    edition.refresh_from_db()
    return edition.pdf.path, edition.pages or 0
