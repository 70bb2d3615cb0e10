"""One part to be laid out, by whichever process."""

from dataclasses import dataclass

from committee.typesetting.engine import lay_out
from committee.typesetting.own_files import OwnFiles
from committee.typesetting.sheets import Sheets


@dataclass(frozen=True)
class Job:
    """A part to be laid out; its name sets it apart from the others of its book."""

    name: str
    html: str
    files: OwnFiles


@dataclass(frozen=True)
class Refusal:
    """Why a part could not be laid out, in the words of the error."""

    reason: str


def work_at(job: Job) -> Sheets | Refusal:
    """Lay out one part; whatever the engine raises is handed on as a refusal."""
    try:
        return lay_out(job.html, job.files, name=job.name)
    except Exception as error:  # noqa: BLE001 - the one who asked raises it again
        return Refusal(f"{type(error).__name__} – {error}")
