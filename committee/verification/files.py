"""What is asked of a file that somebody wants to have verified; nothing of it is kept."""

import hashlib
import subprocess
import sys
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

READING = [sys.executable, "-m", "committee.verification.reading"]
# Longer than the process gives itself: starting it takes time on a busy machine.
MOST_SECONDS = 30


def checksum_of(file: UploadedFile[Any]) -> str:
    """Return the SHA-256 of the file, read in parts."""
    digest = hashlib.sha256()
    for part in file.chunks():
        digest.update(part)
    return digest.hexdigest()


def identifier_in(file: UploadedFile[Any]) -> str:
    """Return the identifier that a PDF carries; '' where it carries none, or cannot be read."""
    file.seek(0)
    try:
        read = subprocess.run(
            READING, input=file.read(), capture_output=True, timeout=MOST_SECONDS, cwd=settings.PROJECT_FOLDER
        )
    except subprocess.TimeoutExpired:
        return ""
    return read.stdout.decode("ascii") if read.returncode == 0 else ""
