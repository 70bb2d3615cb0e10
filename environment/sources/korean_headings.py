"""Which pollutant a column of a Seoul file holds: carbon dioxide there means something else."""

import re

from environment.sources.tables import NotReadable

POLLUTANTS = {
    "초미세먼지": "pm25",
    "미세먼지": "pm10",
    "오존": "o3",
    "이산화질소": "no2",
    "일산화탄소": "co",
    "아황산가스": "so2",
}
CARBON_DIOXIDE = "이산화탄소"
# Averages over 24 hours stand beside the hourly values and are no measurements.
MOVING_MEAN = re.compile(r"24\s*시간")
TRIMMINGS = re.compile(r"\(.*?\)|\s|농도|1시간")


def pollutant_columns(heading: list[str]) -> dict[int, str]:
    """Return position → pollutant of every column that holds measurements.

    No file holds carbon dioxide: the heading stands for whichever of NO2 and CO no other heading names.

    Raises:
        NotReadable: no pollutant is named, one is named twice, or carbon dioxide can be either.
    """
    names = {
        position: TRIMMINGS.sub("", text)
        for position, text in enumerate(heading)
        if not MOVING_MEAN.search(text)
    }
    found = {position: POLLUTANTS[name] for position, name in names.items() if name in POLLUTANTS}
    misnamed = [position for position, name in names.items() if name == CARBON_DIOXIDE]
    unnamed = {"no2", "co"} - set(found.values())
    if misnamed:
        if len(misnamed) > 1 or len(unnamed) != 1:
            raise NotReadable("ambiguous-heading")
        found[misnamed[0]] = unnamed.pop()
    if not found or len(set(found.values())) != len(found):
        raise NotReadable("unknown-heading")
    return dict(sorted(found.items()))
