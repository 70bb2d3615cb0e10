"""Which city a place lies in, for the sources that cover the world."""

from typing import NamedTuple


class Box(NamedTuple):
    south: float
    north: float
    west: float
    east: float


# The municipalities with their outermost corners.
BOXES = {
    "seoul": Box(37.41, 37.72, 126.73, 127.19),
    "beijing": Box(39.43, 41.07, 115.41, 117.52),
}
NAMES = {"seoul": "seoul", "beijing": "beijing", "서울": "seoul", "首尔": "seoul", "北京": "beijing"}


def city_at(latitude: str, longitude: str) -> str | None:
    """Return the city in which a point lies, None outside of both.

    Raises:
        ValueError: the texts are no numbers.
    """
    north, east = float(latitude), float(longitude)
    for city, box in BOXES.items():
        if box.south <= north <= box.north and box.west <= east <= box.east:
            return city
    return None


def city_named(text: str) -> str | None:
    """Return the city that a text names, None where it names neither or both."""
    found = {city for name, city in NAMES.items() if name in text.casefold()}
    return found.pop() if len(found) == 1 else None
