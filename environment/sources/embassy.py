"""What the two formats of the United States' posts abroad have in common."""

import re

from environment.sources import beijing
from environment.sources.declared import Scale

# The station of the United States in Beijing, which is not of the city's own network.
STATION = "us-embassy"
SCALES = {"pm25": Scale(beijing.MASS, beijing.HIGHEST["pm25"], ("as-sampled",))}

# With its micro sign or its cube damaged the unit is still the one; another one that is whole is not.
UNIT = re.compile(r"(?:[µμu]|[^\x00-\x7f]{1,3}|\?)g/m(?:3|³|[^\x00-\x7f]{1,3}|\?)?", re.IGNORECASE)
DURATION = re.compile(r"1 ?hr", re.IGNORECASE)
PM25 = re.compile(r"PM2\.5\b.*")


def split_fused(cells: list[str], unit: int) -> list[str]:
    """Return cells in which the duration stands behind the unit, where damage swallowed the comma between."""
    match = DURATION.search(cells[unit])
    if match is None:
        return cells
    rest = cells[unit + 1 :]
    return [*cells[:unit], cells[unit][: match.start()].strip(), match.group(), *rest][: len(cells)]
