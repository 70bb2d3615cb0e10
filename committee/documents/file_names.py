"""Names of files as people gave them, and how they travel in an answer."""

import unicodedata
from urllib.parse import quote

LONGEST = 200
# Besides letters and digits, RFC 5987 lets these stand as they are.
AS_THEY_ARE = "!#$&+-.^_`|~"
# Not in names on one system or the other; the slashes also mean a folder.
NOT_IN_NAMES = '<>:"|?*'


def clean(given: str) -> str:
    """Return the name of a file without a path and without what cannot be seen; '' where nothing is left.

    Macs send 한글 taken apart into its letters: it is put together. Signs that turn the direction of
    writing go, or `fdp.exe` could be shown as `exe.pdf`.
    """
    name = unicodedata.normalize("NFC", given).replace("\\", "/").rpartition("/")[2]
    seen = "".join(sign for sign in name if unicodedata.category(sign)[0] != "C" and sign not in NOT_IN_NAMES)
    stem, dot, extension = " ".join(seen.split()).strip(". ").rpartition(".")
    return stem[: LONGEST - len(extension) - 1] + dot + extension[:LONGEST]


def content_disposition(name: str, *, plain: str) -> str:
    """Return the header that lets a browser save a file under `name`, and an old one under ASCII `plain`."""
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe=AS_THEY_ARE)}"
