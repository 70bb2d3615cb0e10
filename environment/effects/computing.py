"""Computes what became of the air that a link is about. Nothing is written here."""

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass

from environment.effects.days import Air, air_of
from environment.effects.days_above import days_above
from environment.effects.estimates import against_controls, compare
from environment.effects.findings import METHOD, AirFinding, DaysAbove, Estimate, MonthOfAir, What
from environment.effects.months import months_of, trend
from environment.effects.periods import OwnAir, Periods, control_air, own_air, pooled
from environment.effects.weather import under_average_weather, weather_of
from environment.project_links.models import ProjectAirLink
from environment.stations.models import Station
from environment.statistics.blocks import Numbers


@dataclass(frozen=True)
class Found:
    """One computation, not yet kept; `controls` are the stations that were compared."""

    finding: AirFinding
    estimates: Sequence[Estimate]
    days_above: Sequence[DaysAbove]
    months: Sequence[MonthOfAir]
    controls: Sequence[int]

    @property
    def is_enough(self) -> bool:
        """Whether both periods hold what a mean needs."""
        return all(estimate.reason == "" for estimate in self.estimates[:2])


@dataclass(frozen=True)
class _Asked:
    """All that a computation rests on."""

    link: ProjectAirLink
    air: Air
    own: OwnAir
    controls: dict[int, Periods]
    weather: Numbers

    @property
    def fingerprint(self) -> str:
        """Return a hash that names the values, the link's terms and the method, and nothing else."""
        link, digest = self.link, hashlib.sha256()
        terms = (
            METHOD,
            link.pollutant,
            link.city.country,
            *(day.isoformat() for day in (link.baseline_from, link.baseline_until)),
            *(day.isoformat() for day in (link.evaluation_from, link.evaluation_until)),
            sorted(station.pk for station in link.stations.all()),
            self.own.kind,
            self.air.unit,
            self.air.reference_state,
            sorted(self.controls),
        )
        digest.update(repr(terms).encode())
        place = self.own.place
        for array in (place.stations, place.days.n, place.days.total, place.highest_8h):
            digest.update(array.tobytes())
        for _station, periods in sorted(self.controls.items()):
            for period in periods.both:
                digest.update(period.days.n.tobytes() + period.days.total.tobytes())
        digest.update(self.weather.tobytes())
        return digest.hexdigest()


def find(link: ProjectAirLink) -> Found:
    """Return what is found as the values are now; the same values give the same figures."""
    others = controls_of(link)
    air = air_of(link, others)
    own = own_air(link, air)
    controls = control_air(link, air, own.kind, [station.pk for station in others])
    return _computed(_Asked(link, air, own, controls, weather_of(link)))


def controls_of(link: ProjectAirLink) -> list[Station]:
    """Return the chosen control stations; where none is, the city's other ones. A whole city has none."""
    own = list(link.stations.all())
    if not own:
        return []
    return list(link.control_stations.all()) or list(
        Station.objects.of(link.city).measuring().exclude(pk__in=[station.pk for station in own])
    )


def _computed(asked: _Asked) -> Found:
    link, own, fingerprint = asked.link, asked.own, asked.fingerprint
    seed = int(fingerprint[:16], 16)
    compared = compare(own.periods, seed)
    # Of a period that holds too little it is said above how much there was.
    is_enough = own.periods.are_enough
    weather = under_average_weather(link, own, asked.weather, seed) if is_enough else None
    months = months_of(link, own, weather.shown if weather else None)
    estimates = [*compared.estimates]
    if own.stations and is_enough:
        estimates.append(against_controls(own.periods, pooled(list(asked.controls.values())), seed))
    estimates.append(trend(What.TREND, months, [month.mean for month in months]))
    if weather:
        estimates += weather.estimates(months, seed)
    blocks = compared.blocks or (None, None)
    finding = AirFinding(
        link=link,
        fingerprint=fingerprint,
        method=METHOD,
        pollutant=link.pollutant,
        baseline_from=link.baseline_from,
        baseline_until=link.baseline_until,
        evaluation_from=link.evaluation_from,
        evaluation_until=link.evaluation_until,
        unit=asked.air.unit,
        reference_state=asked.air.reference_state,
        averaging=own.kind.averaging,
        is_published_mean=own.kind.is_published_mean,
        was_converted=asked.air.was_converted,
        sources=", ".join(asked.air.sources[own.kind]),
        months_differ=compared.months_differ,
        shared_months=",".join(str(month) for month in compared.shared_months),
        baseline_block_days=blocks[0],
        evaluation_block_days=blocks[1],
        weather_skill=weather.skill if weather else None,
    )
    return Found(finding, estimates, days_above(link, asked.air, own.periods), months, sorted(asked.controls))
