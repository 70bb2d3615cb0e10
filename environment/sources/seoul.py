"""What Seoul's three formats have in common."""

from collections.abc import Callable

from environment.sources.clock import CLOCKS
from environment.sources.declared import Columns, Refusal, Row, Scale, is_name
from environment.sources.tables import Line

CLOCK = CLOCKS["seoul"]

# `통신장애`: the line to the station was down.
MISSING_TEXTS = frozenset({"-", "NA", "통신장애", "점검중", "자료이상"})

# Korea states gases in ppm, which need no reference state; the highest is the instruments' full scale.
SCALES = {
    "pm25": Scale("µg/m³", 5000.0, ("as-sampled",)),
    "pm10": Scale("µg/m³", 10000.0, ("as-sampled",)),
    "o3": Scale("ppm", 1.0, ("none",)),
    "no2": Scale("ppm", 2.0, ("none",)),
    "so2": Scale("ppm", 2.0, ("none",)),
    "co": Scale("ppm", 100.0, ("none",)),
}


def row(
    line: Line,
    hour: int,
    where: int,
    pollutants: dict[int, str],
    width: int,
    columns: Callable[[str, tuple[str, ...]], Columns],
) -> Row | Refusal:
    """Return a line of one station with a column a pollutant as a row, or why it is none."""
    cells = line.cells
    if len(cells) != width:
        return Refusal(line.number, "row-cut-short" if len(cells) < width else "row-too-long", line.raw)
    station = cells[where].strip()
    if not is_name(station):
        return Refusal(line.number, "unknown-station", line.raw)
    return Row(
        line.number,
        hour,
        columns(station, tuple(pollutants.values())),
        [cells[position] for position in pollutants],
        line.raw,
    )
