"""The number that a cell of a table shows, where it shows nothing else."""

import re
from dataclasses import dataclass

# As the three languages of the reports write them: 1,234.5 or 1234.5, with a true minus or a hyphen.
NUMBER = re.compile(r"(?P<sign>[-−–]?)(?P<whole>\d{1,3}(?:,\d{3})+|\d+)(?P<part>\.\d+)?(?P<percent> ?%)?")


@dataclass(frozen=True)
class Shown:
    """A value, and how a spreadsheet shows it as the report does."""

    value: float
    form: str


def shown_number(words: str) -> Shown | None:
    """Return the number that the words are; None where they are more than a number, or none."""
    found = NUMBER.fullmatch(words)
    if not found or _is_code(found["whole"]):
        return None
    places = len(found["part"] or ".") - 1
    value = float(f"{'-' if found['sign'] else ''}{found['whole'].replace(',', '')}{found['part'] or ''}")
    form = ("#,##0" if "," in found["whole"] else "0") + ("." + "0" * places if places else "")
    if found["percent"]:
        percent = found["percent"].replace(" ", "\\ ")  # a space is escaped in a spreadsheet's form
        return Shown(round(value / 100, places + 2), f"{form}{percent}")
    return Shown(value, form)


def _is_code(whole: str) -> bool:
    """Whether a number would lose some of the digits: a leading zero, or more than can be exact."""
    return (len(whole) > 1 and whole[0] == "0") or len(whole.replace(",", "")) > 15
