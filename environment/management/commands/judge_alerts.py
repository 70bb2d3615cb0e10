from argparse import ArgumentParser
from typing import Any

from django.core.management.base import BaseCommand
from django.utils import timezone

from committee.cities.models import City
from environment.alerts.judging import judge_again
from environment.alerts.models import Episode
from environment.measurements.queries import days_with_values


class Command(BaseCommand):
    help = "Judge the alerts of all days anew: after a rule was mended, and once for values stored earlier."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--city", help="code of the one city to judge")

    def handle(self, *, city: str | None, **options: Any) -> None:
        cities = City.objects.filter(code=city) if city else City.objects.all()
        for each in cities:
            if days := days_with_values(each):
                judge_again(city=each, first=days[0], last=days[1], now=timezone.now())
            standing = Episode.objects.standing().filter(city=each).count()
            self.stdout.write(f"{each.code}: {standing} episodes")
