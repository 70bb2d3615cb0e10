from environment.naming.sources import SOURCES, name_of_source
from environment.sources import registry, seoul_hourly
from environment.sources.clock import CLOCKS
from environment.sources.pushed import CONFIRMED, PROVISIONAL, name_of


def test_every_source_has_a_name():
    pushed = {name_of(city, status) for city in CLOCKS for status in (PROVISIONAL, CONFIRMED)}
    generated = {registry.GENERATED, registry.GENERATED_CONFIRMED}

    assert set(SOURCES) == {*registry.SOURCES, *pushed, *generated}


def test_sources_that_answered_together_are_named_one_by_one():
    assert name_of_source(f"{seoul_hourly.SOURCE.name}+elsewhere") == "Seoul: hours of stations, elsewhere"
