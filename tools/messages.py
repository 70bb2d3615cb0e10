"""Translations: see that they are complete, or collect the strings that wait for one.

Usage: python -m tools.messages check|collect

Both look at a copy of the sources, in which Django gathers every string of the code and the
templates anew: a string that is nowhere in a translation, or only guessed, is thus found.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from pathlib import Path

PROJECT_FOLDER = Path(__file__).resolve().parent.parent
LANGUAGES = ("ko", "zh_Hans")
SOURCES = ("committee", "environment", "templates", "locale", "manage.py")


def messages_of(folder: Path, language: str) -> Path:
    return folder / "locale" / language / "LC_MESSAGES" / "django.po"


def copy_sources(scratch: Path) -> None:
    for name in SOURCES:
        source = PROJECT_FOLDER / name
        if source.is_dir():
            shutil.copytree(source, scratch / name, ignore=shutil.ignore_patterns("__pycache__", "*.mo"))
        elif source.exists():
            shutil.copy(source, scratch / name)
    (scratch / "locale").mkdir(exist_ok=True)


def gather_strings(scratch: Path) -> None:
    words = [sys.executable, "manage.py", "makemessages", "--verbosity", "0"]
    words += [f"--locale={language}" for language in LANGUAGES]
    words += ["--no-location", "--no-obsolete", "--no-wrap"]
    state = {"STATE_FOLDER": str(scratch / "var")}
    subprocess.run(words, cwd=scratch, env=os.environ | state, check=True)


def entries(messages: Path, *which: str) -> list[str]:
    """Return the strings of a translation that gettext's `msgattrib` picks."""
    words = ["msgattrib", "--no-obsolete", "--no-wrap", *which, str(messages)]
    text = subprocess.run(words, capture_output=True, encoding="utf-8", check=True).stdout
    paragraphs = [paragraph for paragraph in text.split("\n\n") if "\nmsgid " in f"\n{paragraph}"]
    return [string_of(paragraph) for paragraph in paragraphs if "Content-Type: text/plain" not in paragraph]


def string_of(paragraph: str) -> str:
    """Return the English string of an entry, on one line."""
    after = f"\n{paragraph}".partition("\nmsgid ")[2]
    return after.partition("\nmsgstr")[0].replace('"\n"', "").replace("\n", " ")


def faults(messages: Path, language: str) -> list[str]:
    format_check = subprocess.run(
        ["msgfmt", "--check", "--output-file=/dev/null", str(messages)],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    return [
        *(f"{language}: not translated: {line}" for line in entries(messages, "--untranslated")),
        *(f"{language}: marked fuzzy: {line}" for line in entries(messages, "--only-fuzzy")),
        *(f"{language}: {line}" for line in format_check.stderr.splitlines() if format_check.returncode),
    ]


def check(scratch: Path) -> str | None:
    found = [line for language in LANGUAGES for line in faults(messages_of(scratch, language), language)]
    print("\n".join(found) or "Every string has its translations.")
    return f"{len(found)} faults in the translations" if found else None


def collect(scratch: Path) -> None:
    for language in LANGUAGES:
        target = messages_of(PROJECT_FOLDER, language)
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(messages_of(scratch, language), target)


if __name__ == "__main__":
    with tempfile.TemporaryDirectory(prefix="committee-messages-") as name:
        copy_sources(Path(name))
        gather_strings(Path(name))
        sys.exit({"check": check, "collect": collect}[sys.argv[1]](Path(name)))
