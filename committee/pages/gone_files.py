"""A stored file that is not there any more is told by its name, so that it can be put back."""

import logging
from collections.abc import Callable
from http import HTTPStatus
from typing import Any

from django.core.files import File
from django.core.files.storage import FileSystemStorage
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

logger = logging.getLogger(__name__)


class StoredFileGone(FileNotFoundError):
    """A record names a file that is not where files are kept, or is not the one that was kept."""


class StoredFiles(FileSystemStorage):
    """Keeps files below MEDIA_ROOT."""

    def open(self, name: str, mode: str = "rb") -> File[Any]:
        try:
            return super().open(name, mode)
        except FileNotFoundError as error:
            raise StoredFileGone(name) from error


class TellGoneFiles:
    """Answers whoever asks for such a file, and notes it for whoever runs the server."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if not isinstance(problem, StoredFileGone):
            return None
        logger.error("A stored file is gone: %s", problem)
        return render(request, "410.html", {"name": str(problem)}, status=HTTPStatus.GONE)
