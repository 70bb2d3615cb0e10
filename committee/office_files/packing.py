"""Files of many parts that are the same bytes whenever and wherever they are made from the same parts."""

import io
import zipfile
from collections.abc import Mapping

# The first moment a ZIP file can name; any other would tell when the file was made.
NO_MOMENT = (1980, 1, 1, 0, 0, 0)


def packed(parts: Mapping[str, bytes], *, as_they_are: tuple[str, ...] = ()) -> bytes:
    """Return the parts as a ZIP file, in the order given; those named in `as_they_are` uncompressed."""
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w") as archive:
        for name, content in parts.items():
            entry = zipfile.ZipInfo(name, NO_MOMENT)
            entry.compress_type = zipfile.ZIP_STORED if name in as_they_are else zipfile.ZIP_DEFLATED
            entry.create_system = 0  # or it tells which system made the file
            archive.writestr(entry, content)
    return file.getvalue()


def parts_of(file: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(file)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}
