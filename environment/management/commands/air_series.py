import csv
import datetime
import json
from argparse import ArgumentParser
from typing import Any, TypeVar

from django.core.management.base import BaseCommand, CommandError

from committee.cities.models import City
from environment.measurements.models import Pollutant
from environment.measurements.periods import Period
from environment.measurements.queries import series_table
from environment.measurements.records import KEYS, as_record
from environment.sources.registry import SOURCES
from environment.stations.models import Station
from environment.stations.recognition import spelling, stations_by_name

Thing = TypeVar("Thing")


class Command(BaseCommand):
    help = (
        "Prints what the store holds of one pollutant of a city or a station, a line a period. "
        "n counts the values behind the mean, expected those that could be: hours, or daily means where "
        "averaging says day. Means are derived, values are as received, in the unit of their source."
    )

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--city", required=True, help="code of the city, such as seoul")
        parser.add_argument("--station", help="code or any name of a station; without it, all of the city's")
        parser.add_argument("--pollutant", required=True, help=", ".join(Pollutant.values))
        parser.add_argument("--period", choices=Period.values, default=Period.DAY.value)
        parser.add_argument("--from", dest="start", required=True, type=datetime.date.fromisoformat)
        parser.add_argument(
            "--to", dest="end", required=True, type=datetime.date.fromisoformat, help="exclusive"
        )
        parser.add_argument("--format", choices=["table", "csv", "json"], default="table")
        parser.add_argument("--source", help="only this source: " + ", ".join(sorted(SOURCES)))

    def handle(self, *args: Any, **options: Any) -> None:
        city = _known("city", options["city"], {city.code: city for city in City.objects.all()})
        pollutant = _known("pollutant", options["pollutant"], {name: name for name in Pollutant.values})
        if options["start"] >= options["end"]:
            raise CommandError(
                f"--from {options['start']} must lie before --to {options['end']}, the first day left out."
            )
        if options["source"]:
            _known("source", options["source"], SOURCES)
        rows = series_table(
            city=city,
            station=_station(city, options["station"]) if options["station"] else None,
            pollutant=pollutant,
            period=options["period"],
            start=options["start"],
            end=options["end"],
            source=options["source"],
        )
        write = {"table": self._table, "csv": self._csv, "json": self._json}[options["format"]]
        write([as_record(row) for row in rows])

    def _json(self, records: list[dict[str, Any]]) -> None:
        self.stdout.write(json.dumps(records, ensure_ascii=False, indent=1))

    def _csv(self, records: list[dict[str, Any]]) -> None:
        writer = csv.DictWriter(self.stdout, KEYS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(records)

    def _table(self, records: list[dict[str, Any]]) -> None:
        lines = [KEYS, *[[_shown(record[key]) for key in KEYS] for record in records]]
        widths = [max(len(line[column]) for line in lines) for column in range(len(KEYS))]
        for line in lines:
            self.stdout.write(
                "  ".join(text.ljust(width) for text, width in zip(line, widths, strict=True)).rstrip()
            )


def _shown(value: Any) -> str:
    if value is None:
        return "-"
    return f"{value:.4g}" if isinstance(value, float) else str(value)


def _station(city: City, name: str) -> Station:
    found = stations_by_name(city).get(spelling(name))
    if found is None:
        codes = [f"{station.code} ({station})" for station in Station.objects.of(city)]
        raise CommandError(
            f"{city.code} has no station “{name}”. It has: {', '.join(codes) or 'nothing yet'}."
        )
    return found


def _known(kind: str, name: str, things: dict[str, Thing]) -> Thing:
    if name not in things:
        raise CommandError(f"There is no {kind} “{name}”. There are: {', '.join(things)}.")
    return things[name]
