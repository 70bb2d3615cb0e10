"""Every source by its name. A third city joins by adding its modules here."""

from environment.sources import (
    airkorea_api,
    airnow,
    beijing_city_site,
    beijing_prsa,
    berkeley_earth,
    openaq,
    pushed,
    seoul_api,
    seoul_city_mean,
    seoul_daily,
    seoul_hourly,
    seoul_long,
    stateair_beijing,
)
from environment.sources.clock import CLOCKS
from environment.sources.declared import CONFIRMED, Source

# The source of what the demonstration invents; it is marked as illustrative wherever it is shown.
GENERATED = "demonstration"
# The same, as if reviewed. It answers for nothing where both are, so that what is shown stays marked.
GENERATED_CONFIRMED = "demonstration-confirmed"

SOURCES: dict[str, Source] = {
    module.SOURCE.name: module.SOURCE
    for module in (
        seoul_daily,
        seoul_hourly,
        seoul_city_mean,
        seoul_long,
        seoul_api,
        airkorea_api,
        beijing_city_site,
        beijing_prsa,
        stateair_beijing,
        airnow,
        berkeley_earth,
        openaq,
    )
}

# Which source goes first where several answer for a station and day; those not named here come last.
RANKS: dict[str, int] = {name: source.rank for name, source in SOURCES.items()} | {
    pushed.name_of(city, status): rank for city in CLOCKS for status, rank in pushed.RANKS.items()
}

# The sources whose values were reviewed; those of all others are provisional.
CONFIRMING: frozenset[str] = frozenset(
    [name for name, source in SOURCES.items() if source.status == CONFIRMED]
    + [pushed.name_of(city, CONFIRMED) for city in CLOCKS]
    + [GENERATED_CONFIRMED]
)
