"""What one layout gives: the pages of a part as a file of their own, and what stands where on them."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Place:
    """A point on a page of the part, from 0, in points from the page's lower left corner."""

    page: int
    x: float
    y: float


@dataclass(frozen=True)
class Heading:
    """An entry of the outline with those below it."""

    title: str
    place: Place
    below: tuple["Heading", ...] = ()


@dataclass(frozen=True)
class Sheets:
    """The pages of a part, laid out; they know nothing of the pages before and after them."""

    file: bytes
    pages: int
    places: dict[str, Place]
    headings: tuple[Heading, ...]
