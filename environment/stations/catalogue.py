"""The stations both cities published in the years that the sources cover, with names in three languages.

Public facts, kept in `catalogue.csv`: codes are AirKorea's for Seoul, the name in Latin letters for
Beijing; `full_name` is a station's longer official name, `name_from_2021` the one it has borne since.
"""

import csv
from pathlib import Path

CATALOGUE = Path(__file__).with_name("catalogue.csv")


def stations_of(city: str) -> list[dict[str, str]]:
    """Return the known stations of a city by its code, each with the columns of `catalogue.csv`."""
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        return [entry for entry in csv.DictReader(file) if entry.pop("city") == city]
