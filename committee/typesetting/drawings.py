"""Charts inside a page, taken out of its HTML: the engine then reads each as a picture.

Left inside, every mark of every chart would pass through its HTML parser, written in Python, and be asked
which of the styles it takes.
"""

import re

from committee.typesetting.own_files import DRAWINGS

DRAWING = re.compile(r"<svg\b.*?</svg>", re.DOTALL)
TITLE = re.compile(r"<title>(.*?)</title>", re.DOTALL)


def apart(html: str) -> tuple[str, dict[str, bytes]]:
    """Return the page with an image in place of each drawing, and the drawings by their addresses."""
    drawings: dict[str, bytes] = {}

    def image(found: re.Match[str]) -> str:
        address = f"{DRAWINGS}{len(drawings)}.svg"
        drawings[address] = found[0].encode()
        title = TITLE.search(found[0])
        words = title[1].replace('"', "&quot;") if title else ""
        return f'<img src="{address}" alt="{words}">'

    return DRAWING.sub(image, html), drawings
