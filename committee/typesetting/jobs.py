"""One part to be laid out, by whichever process."""

from dataclasses import dataclass
from types import TracebackType
from typing import Self

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


class Attempt:
    """Keeps the error that ends it as a refusal: the process that asked raises it again."""

    refusal: Refusal | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception):
            return False
        self.refusal = Refusal(f"{type(error).__name__} – {error}")
        return True


def work_at(job: Job) -> Sheets | Refusal:
    """Lay out one part; whatever the engine raises is handed on as a refusal."""
    with Attempt() as attempt:
        return lay_out(job.html, job.files, name=job.name)
    assert attempt.refusal is not None
    return attempt.refusal
