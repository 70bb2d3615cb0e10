"""Import a path of Beijing's city site in a process of its own and print the most memory it took, in MB."""

import re
import sys
from pathlib import Path

import django

django.setup()

from environment.measurements.actions import receive  # noqa: E402 - models only after setup
from environment.sources.registry import SOURCES  # noqa: E402

if __name__ == "__main__":
    receive(by=None, source=SOURCES["beijing-city-site"], path=Path(sys.argv[1]))
    # Not getrusage: it counts what the parent took before this program replaced it.
    status = Path("/proc/self/status").read_text(encoding="ascii")
    print(int(re.findall(r"VmHWM:\s+(\d+) kB", status)[0]) // 1024)
