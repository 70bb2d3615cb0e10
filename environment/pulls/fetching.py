"""Asks a public interface once, within limits of time and size."""

import time
from typing import NamedTuple

import requests
from celery.exceptions import SoftTimeLimitExceeded

from environment.pulls.answers import problem_of
from environment.pulls.services import Interface

SECONDS_TO_CONNECT, SECONDS_BETWEEN_BYTES = 5, 15
# Whoever drips an answer byte by byte must not hold a worker.
SECONDS_IN_ALL = 30
MOST_BYTES = 8 * 2**20
BLOCK = 2**16


class Fetched(NamedTuple):
    """The bytes as they came; `problem` is '' where they hold all of their rows. No status: no answer."""

    status: int | None
    content: bytes
    problem: str


def fetch(interface: Interface, service: str) -> Fetched:
    """Ask once. Nothing is raised for what the other side does; no text of an error bears the key."""
    if not interface.has_key:
        return Fetched(None, b"", "no-key")
    try:
        return _asked(interface.url(service))
    except SoftTimeLimitExceeded:
        return Fetched(None, b"", "timed-out")
    except requests.exceptions.SSLError:
        return Fetched(None, b"", "certificate-not-trusted")
    except requests.exceptions.Timeout:
        return Fetched(None, b"", "timed-out")
    except (requests.exceptions.ChunkedEncodingError, requests.exceptions.ContentDecodingError):
        return Fetched(None, b"", "cut-short")
    except requests.exceptions.ConnectionError as error:
        # What stops in the middle of an answer comes as this one too.
        return Fetched(None, b"", "timed-out" if "Read timed out" in str(error) else "no-connection")
    except requests.exceptions.RequestException:
        return Fetched(None, b"", "no-connection")


def _asked(url: str) -> Fetched:
    until = time.monotonic() + SECONDS_IN_ALL
    timeout = SECONDS_TO_CONNECT, SECONDS_BETWEEN_BYTES
    content = bytearray()
    with requests.get(url, timeout=timeout, stream=True, allow_redirects=False) as answer:
        for block in answer.iter_content(BLOCK):
            content += block
            if len(content) > MOST_BYTES:
                return Fetched(answer.status_code, b"", "too-large")
            if time.monotonic() > until:
                return Fetched(answer.status_code, b"", "timed-out")
        return Fetched(answer.status_code, bytes(content), problem_of(answer.status_code, bytes(content)))
