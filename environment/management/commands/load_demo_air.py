from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.utils import timezone

from committee.members.models import Member
from environment.demonstration.actions import generate, import_files, link_hotline
from environment.demonstration.alerts import show_alerts
from environment.demonstration.clocks import show_clocks
from environment.demonstration.effects import show_effects
from environment.demonstration.exchange import show_exchange
from environment.demonstration.promises import show_promises
from environment.demonstration.slips import show_quarantine
from environment.demonstration.threads import show_threads
from environment.measurements.models import Delivery


class Command(BaseCommand):
    help = "The air of the demonstration; `load_demo` calls it."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--folder", type=Path, help="real files, laid out as docs/air-sources.md says")

    def handle(self, *, folder: Path | None, **options: Any) -> None:
        if not settings.DEMONSTRATION:
            raise CommandError("This installation is not a demonstration. Set DEMONSTRATION=true to load it.")
        if folder is not None and not folder.is_dir():
            raise CommandError(f"{folder} is no folder.")
        if folder is not None:
            self._import(folder)
        elif Delivery.objects.exists():
            self.stdout.write("The database holds air data already; no figures were invented beside them.")
        else:
            now = timezone.now()
            generate(now=now)
            show_exchange(now=now)
            show_clocks(now=now)
            show_promises(now=now)
            show_alerts(now=now)
            show_threads(now=now)
            show_quarantine(now=now)
        link_hotline(by=Member.objects.get(username="secretariat.seoul"))
        show_effects(now=timezone.now())

    def _import(self, folder: Path) -> None:
        found = False
        for name, summary in import_files(by=None, folder=folder):
            found = True
            self.stdout.write(f"{name}: {summary.new} values, {sum(summary.rejected.values())} rejected")
        if not found:
            raise CommandError(f"{folder} holds none of the folders that --air knows.")
