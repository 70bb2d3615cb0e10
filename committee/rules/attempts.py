"""One attempt at work that a row of the database stands for, as workers make it."""

import logging
from collections.abc import Callable
from types import TracebackType
from typing import Self

from django.db import InterfaceError, OperationalError

log = logging.getLogger(__name__)


class Attempt:
    """Has `fail` told what went wrong with the work itself; the log has the trace.

    A database out of reach is no fault of the work, nor is a worker that is told to stop: both are raised
    on, and the row goes on waiting.

    Args:
        what: names the work in the log.
        fail: keeps the failure, which is the error's kind and text.
    """

    def __init__(self, what: str, fail: Callable[[str], object]) -> None:
        self._what, self._fail = what, fail

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> bool:
        if not isinstance(error, Exception) or isinstance(error, OperationalError | InterfaceError):
            return False
        log.error("%s failed", self._what, exc_info=(type(error), error, trace))
        self._fail(f"{type(error).__name__}: {error}")
        return True
