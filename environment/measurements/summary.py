"""What became of a delivery, as counts.

files     data files read or tried: a file itself, each one of a folder, each member of an archive
rows      lines below a heading, blank ones left out
values    measurements taken: values = new + unchanged + corrected
new       values for hours that had none
unchanged values equal to the stored one, a repetition within the delivery included
corrected values that replaced another one, which is kept as a revision
missing   cells of a measurement that are empty or hold the source's sign for no value
rejected  reason → files, rows or cells not taken (see docs/air-sources.md)
weather_new        hours of a station's weather that were not known before
weather_corrected  hours of which something in the weather is told otherwise, or more, than before

Rows of moving means and indices hold no measurements: they count as rows and as nothing else. Weather is
no measurement either, and counts in its own two alone.
"""

from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from environment.sources.files import UnreadableFile


@dataclass
class Summary:
    files: int = 0
    rows: int = 0
    new: int = 0
    unchanged: int = 0
    corrected: int = 0
    missing: int = 0
    weather_new: int = 0
    weather_corrected: int = 0
    rejected: Counter[str] = field(default_factory=Counter)
    unreadable: list[UnreadableFile] = field(default_factory=list)

    @property
    def values(self) -> int:
        return self.new + self.unchanged + self.corrected

    def add(self, other: "Summary") -> None:
        self.files += other.files
        self.rows += other.rows
        self.new += other.new
        self.unchanged += other.unchanged
        self.corrected += other.corrected
        self.missing += other.missing
        self.weather_new += other.weather_new
        self.weather_corrected += other.weather_corrected
        self.rejected += other.rejected
        self.unreadable += other.unreadable

    def counts(self) -> dict[str, Any]:
        """Return the counts by the names that `import_air --json` and a delivery use."""
        return {
            "files": self.files,
            "rows": self.rows,
            "values": self.values,
            "new": self.new,
            "unchanged": self.unchanged,
            "corrected": self.corrected,
            "missing": self.missing,
            "rejected": dict(sorted(self.rejected.items())),
            **self._weather_counts(),
        }

    def _weather_counts(self) -> dict[str, int]:
        """Return the counts of weather where there are any: few formats carry it."""
        counts = {"weather_new": self.weather_new, "weather_corrected": self.weather_corrected}
        return counts if any(counts.values()) else {}
