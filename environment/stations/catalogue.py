"""The stations both cities published in the years that the sources cover, with names in three languages.

Public facts, kept in `catalogue.csv`: codes are AirKorea's for Seoul, the name in Latin letters for
Beijing; `full_name` is a station's longer official name, `name_from_2021` the one it has borne since,
`number` the one it has in Seoul's long format.
"""

import csv
import datetime
from pathlib import Path
from typing import NamedTuple

CATALOGUE = Path(__file__).with_name("catalogue.csv")

# "No linguistic content", as BCP 47 writes it for numbers.
CHINESE, NO_LANGUAGE = "zh-hans", "zxx"
RENAMED_ON = datetime.date(2021, 1, 1)


class DatedName(NamedTuple):
    """A name or number of a station and the days between which it was official, None where it is open."""

    language: str
    name: str
    valid_from: datetime.date | None = None
    valid_until: datetime.date | None = None


def stations_of(city: str) -> list[dict[str, str]]:
    """Return the known stations of a city by its code, each with the columns of `catalogue.csv`."""
    with CATALOGUE.open(encoding="utf-8", newline="") as file:
        return [entry for entry in csv.DictReader(file) if entry.pop("city") == city]


def names_of(entry: dict[str, str]) -> list[DatedName]:
    """Return what a station of the catalogue was called besides its present name and its code.

    Of a station renamed in 2021 both names are dated: the one until then and the one since.
    """
    since, until = entry["name_from_2021"], RENAMED_ON - datetime.timedelta(days=1)
    found = {entry["number"]: DatedName(NO_LANGUAGE, entry["number"])}
    found[entry["full_name"]] = DatedName(CHINESE, entry["full_name"])
    if since and since != entry["name_zh_hans"]:
        found[entry["name_zh_hans"]] = DatedName(CHINESE, entry["name_zh_hans"], None, until)
    found[since] = DatedName(CHINESE, since, RENAMED_ON)
    return [name for text, name in found.items() if text]
