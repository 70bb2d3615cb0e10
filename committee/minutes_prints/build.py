"""Building one print of minutes from what was kept when it was asked for."""

import datetime
from collections.abc import Sequence
from dataclasses import asdict
from typing import Any

from committee.minutes.models import Minutes
from committee.minutes.printing import label_of, minutes_html
from committee.minutes_prints.models import MinutesPrint
from committee.printing import building
from committee.printing.building import Building
from committee.printing.built import Built
from committee.printing.pdf import STYLESHEET, write_pdf
from committee.typesetting.conformance import Title

STEPS = len([Built.Step.LAYOUT, Built.Step.PDF])


def content_of(minutes: Minutes, languages: Sequence[str]) -> dict[str, Any]:
    """Return what is kept to be printed: the whole document, and what its file says of itself."""
    label = asdict(label_of(minutes, languages[0]))
    return {
        "html": minutes_html(minutes, languages, stylesheet=STYLESHEET),
        "label": label | {"made_on": label["made_on"].isoformat()},
    }


def build(print_id: int) -> None:
    """Build the print unless another worker does so already; leave it ready, or failed with its reason.

    Raises:
        Exception: what broke the build, after it was recorded, so that the caller's log has the traceback.
    """
    if not building.claim(MinutesPrint, print_id, steps=STEPS):
        return
    row = MinutesPrint.objects.select_related("requested_by").get(pk=print_id)
    with Building(row) as attempt:
        label = row.content["label"]
        title = Title(**label | {"made_on": datetime.date.fromisoformat(label["made_on"])})
        attempt.print(lambda: write_pdf(row.content["html"], title, on_page=attempt.tell_page))


def take_up_silent(now: datetime.datetime) -> list[int]:
    """Queue again prints that have shown no sign of life; return those a worker should look at."""
    return building.take_up_silent(MinutesPrint, now)
