"""The sign-ins of the demonstration: one password for all, made when it is loaded."""

import os
import secrets
from pathlib import Path

from django.conf import settings

from committee.demonstration.people import PEOPLE

FILE = "demonstration-sign-ins.txt"


def new_password() -> str:
    return secrets.token_urlsafe(12)


def sign_ins(password: str) -> str:
    """Return what the one who loaded the demonstration reads."""
    names = "\n".join(f"  {person.username}" for person in PEOPLE)
    return f"Demonstration sign-ins, all with the password  {password}\n{names}\n"


def keep(text: str) -> Path:
    """Write the sign-ins where only this user can read them, for `make run` to print again."""
    path = Path(settings.STATE_FOLDER) / FILE
    path.unlink(missing_ok=True)
    with open(os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w", encoding="utf-8") as file:
        file.write(text)
    return path
