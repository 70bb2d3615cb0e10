"""What the bytes of a print depend on besides its content, kept with it to explain another print later."""

import ctypes
import functools
import hashlib
import zlib
from collections.abc import Iterable, Mapping
from importlib import metadata
from pathlib import Path

import pikepdf
from django.conf import settings
from django.utils.translation import gettext as _

from committee.printing.pdf import own_files
from committee.typesetting.own_files import checksum

PRINTING = 2  # raised when the program itself prints the same content otherwise
PACKAGES = (
    "WeasyPrint",
    "pydyf",
    "tinycss2",
    "pikepdf",
    "fonttools",
    "vl-convert-python",
    "Pillow",
    "Django",
)
LIBRARIES = {
    "Pango": ("libpango-1.0.so.0", "pango_version_string"),
    "HarfBuzz": ("libharfbuzz.so.0", "hb_version_string"),
    "HarfBuzz subset": ("libharfbuzz-subset.so.0", "hb_version_string"),
}
FILES = ("templates", "translations")


def printed_with() -> dict[str, str]:
    """Return versions by name, and checksums (SHA-256) of the files that shape a page."""
    return {"printing": str(PRINTING), **_versions(), **own_files().checksums(), **_words()}


def fingerprint() -> str:
    """Return one checksum of everything a print depends on besides its content."""
    return hashlib.sha256(repr(sorted(printed_with().items())).encode()).hexdigest()


def differences(then: Mapping[str, str], now: Mapping[str, str]) -> list[str]:
    """Say in words what a print of today has that one of then had not, in the reader's language."""
    names = [name for name in {**then, **now} if then.get(name) != now.get(name)]
    return [_difference(name, then.get(name, "—"), now.get(name, "—")) for name in names]


def _difference(name: str, then: str, now: str) -> str:
    if name == "printing":
        return _("The program prints otherwise than it did (%(then)s, now %(now)s).") % {
            "then": then,
            "now": now,
        }
    if name in FILES or "." in name:
        return _("The file of the program has changed: %(name)s.") % {"name": name}
    return _("%(name)s was %(then)s and is %(now)s now.") % {"name": name, "then": then, "now": now}


@functools.cache
def _versions() -> dict[str, str]:
    packages = {name: metadata.version(name) for name in PACKAGES}
    libraries = {name: _version(*where) for name, where in LIBRARIES.items()}
    return {**packages, **libraries, "qpdf": pikepdf.__libqpdf_version__, "zlib": zlib.ZLIB_RUNTIME_VERSION}


def _version(library: str, function: str) -> str:
    try:
        asked = getattr(ctypes.CDLL(library), function)
    except OSError:
        return "—"  # HarfBuzz's subsetter may be missing; the fonts are then cut by another one
    asked.restype = ctypes.c_char_p
    version: bytes = asked()
    return version.decode()


@functools.cache
def _words() -> dict[str, str]:
    """Return checksums of what a process reads once and keeps: a newer file changes nothing until it ends."""
    folder: Path = settings.PROJECT_FOLDER
    templates = folder.glob("templates/printing/*.html")
    return {
        "templates": _together(templates),
        "translations": _together(folder.glob("locale/*/LC_MESSAGES/django.po")),
    }


def _together(files: Iterable[Path]) -> str:
    return hashlib.sha256("".join(checksum(file) for file in sorted(files)).encode()).hexdigest()
