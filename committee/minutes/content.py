"""What minutes say, as one value: what is circulated, agreed to, compared and printed."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from committee.delegations.models import Delegate
from committee.history.actions import plain, titles_of
from committee.history.readable import NOTHING, Change, label, language
from committee.languages.wording import SUFFIXES, Wording, choose, columns
from committee.meetings.models import Decision, Meeting
from committee.minutes.attendance import OF_A_DELEGATE, attendance_of, people_in
from committee.minutes.models import Minutes, MinutesSection, MinutesVersion

OF_THE_MEETING = ["starts_on", "ends_on", *columns("venue")]
OF_A_SECTION = columns("title", "text")
OF_A_DECISION = ["number", "state", *columns("text")]


def content_of(minutes: Minutes, without: Iterable[str] = ()) -> dict[str, Any]:
    """Return what the minutes say now; decisions and attendance are the meeting's own, never typed again.

    Args:
        without: the suffixes of languages that are left out by name.
    """
    return {
        "meeting": _columns(minutes.meeting, OF_THE_MEETING),
        "sections": [_columns(section, ["id", *OF_A_SECTION]) for section in minutes.sections.all()],
        "decisions": [
            {
                **_columns(decision, ["id", *OF_A_DECISION]),
                "subcommittee": titles_of(decision.subcommittee) if decision.subcommittee else None,
            }
            for decision in minutes.meeting.decisions.select_related("subcommittee")
        ],
        "attendance": attendance_of(minutes.meeting),
        "without": sorted(without),
    }


def fingerprint_now(minutes: Minutes, version: MinutesVersion) -> str:
    """Return the fingerprint of what the minutes say now of all that `version` speaks of.

    Versions from before the attendance was printed say nothing of it.
    """
    now = content_of(minutes, version.content["without"])
    return fingerprint({name: now[name] for name in version.content})


def fingerprint(content: Mapping[str, Any]) -> str:
    """Return the SHA-256 of the content in one fixed spelling; equal content, equal fingerprint."""
    spelled = json.dumps(content, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(spelled.encode()).hexdigest()


def text_of(part: Mapping[str, Any], name: str, language_code: str) -> Wording:
    """Return the text `name` of a part of the content in a language, or in the first one that has it."""
    return choose({suffix: part[f"{name}_{suffix}"] for suffix in SUFFIXES}, language_code)


def lacking(content: Mapping[str, Any]) -> dict[str, list[Mapping[str, Any]]]:
    """Return by language's suffix the sections that lack title or text in it; complete ones stay out."""
    found = {
        suffix: [
            section
            for section in content["sections"]
            if not (section[f"title_{suffix}"] and section[f"text_{suffix}"])
        ]
        for suffix in SUFFIXES
    }
    return {suffix: sections for suffix, sections in found.items() if sections}


def section_in(content: Mapping[str, Any], section_id: int) -> Mapping[str, Any] | None:
    return next((section for section in content["sections"] if section["id"] == section_id), None)


@dataclass(frozen=True)
class Difference:
    """What changed in one part of the minutes between two versions."""

    kind: str
    title: str
    changes: list[Change]


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> list[Difference]:
    """Return part by part what a later version says otherwise, in the words of the forms."""
    return [
        *_of_part(Meeting, [before["meeting"]], [after["meeting"]], OF_THE_MEETING),
        *_of_part(MinutesSection, before["sections"], after["sections"], OF_A_SECTION),
        *_of_part(Decision, before["decisions"], after["decisions"], OF_A_DECISION),
        *_of_part(Delegate, people_in(before), people_in(after), OF_A_DELEGATE),
    ]


def _of_part(
    model: type[Any], before: list[dict[str, Any]], after: list[dict[str, Any]], names: list[str]
) -> Iterator[Difference]:
    earlier = {part.get("id"): part for part in before}
    later = {part.get("id"): part for part in after}
    for key in [*later, *(key for key in earlier if key not in later)]:
        old, new = earlier.get(key, {}), later.get(key, {})
        changes = [
            Change(label(model, name), _shown(old.get(name)), _shown(new.get(name)), language(model, name))
            for name in names
            if (old.get(name) or "") != (new.get(name) or "")
        ]
        if changes:
            yield Difference(str(model._meta.verbose_name), _title(new or old), changes)


def _title(part: Mapping[str, Any]) -> str:
    titles = [str(part[name]) for name in columns("name", "title") if part.get(name)]
    return titles[0] if titles else str(part.get("number", ""))


def _shown(value: Any) -> str:
    return NOTHING if value in (None, "") else str(value)


def _columns(record: Any, names: Iterable[str]) -> dict[str, Any]:
    return {name: plain(getattr(record, name)) for name in names}
