"""One text in the two languages of an edition that stands in both."""

from typing import Self

from committee.languages.wording import Wording

BESIDE = " / "


class Both(str):
    """The same text in two languages; as plain text both stand in one line.

    What prints it asks for `parts`, so that each is marked with its language.
    """

    first: Wording
    second: Wording

    def __new__(cls, first: Wording, second: Wording) -> Self:
        both = super().__new__(cls, f"{first.plain}{BESIDE}{second.plain}")
        both.first = first
        both.second = second
        return both

    def __getnewargs__(self) -> tuple[Wording, Wording]:  # type: ignore[override]
        """A copy is made from both texts."""
        return self.first, self.second

    @property
    def parts(self) -> tuple[Wording, Wording]:
        return self.first, self.second
