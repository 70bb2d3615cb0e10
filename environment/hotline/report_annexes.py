"""The report's annexes on the air: where its values come from, and where they were measured."""

import datetime
from collections.abc import Iterable
from itertools import groupby
from operator import attrgetter

from django.db.models import Prefetch, QuerySet
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from committee.cities.models import City
from committee.cities.protocol import in_given_order
from committee.languages.sentences import listed
from committee.languages.wording import each_language, sentence
from committee.printing.content import Column, Lines, Row, Scope, Section, Table
from environment.measurements.models import Pollutant, Series
from environment.naming.sources import name_of_source
from environment.sources.clock import LocalClock
from environment.sources.registry import GENERATED, GENERATED_CONFIRMED
from environment.stations.models import Station


def sources(scope: Scope) -> Section | None:
    """List what was received for the report's time, source by source; None where nothing was."""
    rows = tuple(
        _source(city, source, list(series), scope)
        for city in in_given_order(scope.city_ids)
        for source, series in groupby(_series(city, scope).order_by("source"), key=attrgetter("source"))
    )
    if not rows:
        return None
    columns = (
        Column(_("City"), share=3),
        Column(_("Source"), share=5),
        Column(_("Pollutants"), share=8),
        Column(_("Stations"), share=3, align="end"),
        Column(_("Values from"), share=5),
        Column(_("Values until"), share=5),
    )
    note = _("Every value is kept as it was received; what is derived from it names its method.")
    return Section(
        _("Sources of the air-quality values"),
        (Table(_("Sources of the values of this period"), columns, rows, note=note),),
        place="annex",
    )


def stations(scope: Scope) -> Section | None:
    """List the stations whose values were received for the report's time; None where there is none."""
    cities = in_given_order(scope.city_ids)
    tables = tuple(_stations(city, found) for city in cities if (found := _measuring(city, scope)))
    return Section(_("Monitoring stations"), tables, place="annex") if tables else None


def _series(city: City, scope: Scope) -> QuerySet[Series]:
    """Return the series of a city that reach into the report's time."""
    clock = LocalClock(city.time_zone)
    found = Series.objects.of_city(city).filter(first_hour__lte=clock.end(scope.end))
    if scope.start:
        found = found.filter(last_hour__gt=clock.end(scope.start))
    return found


def _source(city: City, source: str, series: list[Series], scope: Scope) -> Row:
    clock = LocalClock(city.time_zone)
    first = clock.day(min(each.first_hour for each in series if each.first_hour is not None))
    last = clock.day(max(each.last_hour for each in series if each.last_hour is not None))
    begins = max(first, scope.start + datetime.timedelta(days=1)) if scope.start else first
    return Row(
        (
            city.name,
            name_of_source(source),
            _named({each.pollutant for each in series}),
            str(len({each.station_id for each in series})),
            date_format(begins),
            date_format(min(last, scope.end)),
        ),
        illustrative=source in (GENERATED, GENERATED_CONFIRMED),
    )


def _named(pollutants: Iterable[str]) -> str:
    codes = set(pollutants)
    return listed(str(each.label) for each in Pollutant if each.value in codes)


def _measuring(city: City, scope: Scope) -> list[Station]:
    measured = _series(city, scope).values("station")
    found = Station.objects.measuring().filter(pk__in=measured)
    return list(found.order_by("code").prefetch_related(Prefetch("series", _series(city, scope))))


def _stations(city: City, found: list[Station]) -> Table:
    columns = (
        Column(_("Station"), share=6),
        Column(_("District"), share=4),
        Column(_("Kind"), share=4),
        Column(_("Latitude"), share=3, align="end"),
        Column(_("Longitude"), share=3, align="end"),
        Column(_("Pollutants"), share=8),
    )
    return Table(
        sentence(_("Stations of %(city)s whose values were received"), city=city.name),
        columns,
        tuple(_station(each) for each in found),
        is_multilingual=True,
    )


def _station(station: Station) -> Row:
    """Name a station in every language, for no two of them say it alike."""
    others = [name for name in each_language(station, "name") if name.plain != station.name.plain]
    return Row(
        (
            Lines((station.name, *others)),
            station.district or "—",
            station.get_kind_display(),
            _degrees(station.latitude),
            _degrees(station.longitude),
            _named(each.pollutant for each in station.series.all()),
        ),
        illustrative=station.is_illustrative,
    )


def _degrees(angle: float | None) -> str:
    return "—" if angle is None else f"{angle:.4f}°"
