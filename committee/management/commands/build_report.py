import argparse
import time
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone
from django.utils.translation import override

from committee.models import GeneralMeeting, ReportEdition
from committee.printing.snapshot import to_json
from committee.reports.build import build
from committee.reports.gather import gather
from committee.reports.printed import printed

LANGUAGES = [code for code, _name in settings.LANGUAGES]


class Command(BaseCommand):
    help = "Builds the report of a general meeting here and now, without the queue."

    def add_arguments(self, parser: argparse.ArgumentParser) -> None:
        parser.add_argument(
            "--meeting", type=int, required=True, help="number of the general meeting, such as 3"
        )
        parser.add_argument(
            "--language",
            action="append",
            choices=[*LANGUAGES, "all"],
            help="may be given several times (default: all)",
        )
        parser.add_argument("--output", type=Path, help="write the PDF here instead of keeping an edition")

    def handle(
        self, *, meeting: int, language: list[str] | None, output: Path | None, **_options: Any
    ) -> None:
        chosen = LANGUAGES if not language or "all" in language else list(dict.fromkeys(language))
        found = GeneralMeeting.objects.select_related("host").filter(ordinal=meeting).first()
        if found is None:
            raise CommandError(f"There is no general meeting no. {meeting}.")
        if output and len(chosen) > 1:
            raise CommandError("--output is one file: give one --language with it.")
        if output and not output.absolute().parent.is_dir():
            raise CommandError(f"There is no folder {output.absolute().parent}.")
        for code in chosen:
            started = time.monotonic()
            name, pages = write(found, code, output) if output else keep(found, code)
            seconds = time.monotonic() - started
            self.stdout.write(f"{code}: {pages} pages in {seconds:.1f} s – {name}")


def write(meeting: GeneralMeeting, language: str, output: Path) -> tuple[str, int]:
    """Build the report into a file and leave nothing in the database."""
    with override(language):
        today = timezone.localdate(timezone=meeting.host.zone)
        report = gather(meeting_id=meeting.pk, language=language, today=today)
        pdf = printed(to_json(report))
    output.write_bytes(pdf.file)
    return str(output), pdf.pages


def keep(meeting: GeneralMeeting, language: str) -> tuple[str, int]:
    """Build the report as an edition, as the task does.

    Raises:
        CommandError: when an edition of this language is under way already.
    """
    if ReportEdition.objects.under_way().filter(meeting=meeting, language=language).exists():
        raise CommandError(f"The {language} edition is being built already.")
    now = timezone.now()
    edition = ReportEdition.objects.create(
        meeting=meeting, language=language, requested_at=now, seen_alive_at=now
    )
    build(edition.pk)
    edition.refresh_from_db()
    return edition.pdf.path, edition.pages or 0
