"""Install the Debian packages that pip and npm cannot bring, or say in one line how to.

Usage: python3.11 tools/system_packages.py run|test

Runs before any virtual environment exists, hence with the standard library alone. A package
counts as there when what it is needed for works, so that a library from elsewhere is welcome too.
"""

import ctypes
import importlib.util
import os
import shutil
import subprocess
import sys
import zoneinfo
from collections.abc import Callable
from pathlib import Path


def module(name: str) -> bool:
    return importlib.util.find_spec(name) is not None


def command(name: str) -> bool:
    return shutil.which(name) is not None


def file(pattern: str) -> bool:
    return any(Path("/").glob(pattern))


def library(name: str) -> bool:
    try:
        ctypes.CDLL(name)
    except OSError:
        return False
    return True


def time_zone(name: str) -> bool:
    return name in zoneinfo.available_timezones()


# package: (how to see that it is there, what to look for)
Needed = dict[str, tuple[Callable[[str], bool], str]]

RUN: Needed = {
    "ca-certificates": (file, "etc/ssl/certs/ca-certificates.crt"),
    "gettext": (command, "msgfmt"),
    "libharfbuzz-subset0": (library, "libharfbuzz-subset.so.0"),
    "libpango-1.0-0": (library, "libpango-1.0.so.0"),
    "libpangoft2-1.0-0": (library, "libpangoft2-1.0.so.0"),
    "python3.11-venv": (module, "ensurepip"),
    "tzdata": (time_zone, "Asia/Seoul"),
}

TEST: Needed = RUN | {
    "chromium": (file, "usr/bin/chromium"),
    "libjaxb-java": (file, "usr/share/java/jaxb-runtime.jar"),
    "openjdk-17-jdk-headless": (command, "javac"),
    "poppler-utils": (command, "pdffonts"),
    "postgresql": (file, "usr/lib/postgresql/*/bin/initdb"),
    "redis-server": (command, "redis-server"),
}


def missing(needed: Needed) -> list[str]:
    return [package for package, (is_there, name) in needed.items() if not is_there(name)]


def rights() -> list[str] | None:
    """Return what to put before a command so that it runs as root; None where that needs a password."""
    if os.geteuid() == 0:
        return []
    without_password = ["sudo", "-n"]
    if command("sudo") and not subprocess.run([*without_password, "true"], capture_output=True).returncode:
        return without_password
    return None


def install(packages: list[str], as_root: list[str]) -> None:
    quietly = ["env", "DEBIAN_FRONTEND=noninteractive", "apt-get", "--quiet"]
    for words in (["update"], ["install", "--yes", "--no-install-recommends", *packages]):
        patiently = ["--option", "DPkg::Lock::Timeout=300", *words]
        subprocess.run([*as_root, *quietly, *patiently], stdin=subprocess.DEVNULL, check=True)


def main(needed: Needed) -> str | None:
    """Return None when everything is there, else the sentence to stop with."""
    packages = missing(needed)
    if not packages:
        return None
    by_hand = f"Run this line, then start again:\n\n    sudo apt-get install --yes {' '.join(packages)}\n"
    as_root = rights()
    if as_root is None or not command("apt-get"):
        return by_hand
    print(f"Installing with apt: {' '.join(packages)}", flush=True)
    try:
        install(packages, as_root)
    except subprocess.CalledProcessError as failure:
        return f"apt-get ended with {failure.returncode}. {by_hand}"
    zoneinfo.reset_tzpath()
    still = missing(needed)
    return f"apt-get has run, but these are still not usable: {' '.join(still)}" if still else None


if __name__ == "__main__":
    sys.exit(main({"run": RUN, "test": TEST}[sys.argv[1]]))
