"""Minutes as they are read in one language, for the page, the print and two languages side by side."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.dateparse import parse_date
from django.utils.formats import date_format
from django.utils.translation import gettext as _
from django.utils.translation import override

from committee.history.readable import NOTHING
from committee.languages.sentences import listed
from committee.languages.wording import LANGUAGES, Wording, choose, suffix_of
from committee.meetings.models import Decision
from committee.minutes.attendance import Attended, attendance_in
from committee.minutes.content import content_of, fingerprint, fingerprint_now, text_of
from committee.minutes.models import Minutes


@dataclass(frozen=True)
class Part:
    """A section or a decision; each text knows its language, another one where this one is missing."""

    heading: Wording
    text: Wording


@dataclass(frozen=True)
class MinutesIn:
    """The minutes in one language."""

    tag: str
    title: Wording
    facts: tuple[tuple[Wording, Wording], ...]
    sections: tuple[Part, ...]
    decisions_heading: Wording
    decisions: tuple[Part, ...]
    attendance_heading: Wording
    attendance: tuple[Attended, ...]


def shown_content(minutes: Minutes) -> Mapping[str, Any]:
    """Return what minutes say to a reader: once circulated, the version that the cities are asked about."""
    if minutes.is_draft or minutes.latest is None:
        return content_of(minutes)
    content: Mapping[str, Any] = minutes.latest.content
    return content


def has_moved_on(minutes: Minutes) -> bool:
    """Whether the meeting, its decisions or the text differ from the version that was circulated."""
    version = minutes.latest
    if minutes.is_draft or version is None:
        return False
    return fingerprint_now(minutes, version) != version.fingerprint


def is_intact(minutes: Minutes) -> bool:
    """Whether agreed minutes still hold what was agreed; tampering past the actions shows here."""
    return minutes.latest is not None and minutes.agreed_hash == fingerprint(minutes.latest.content)


def minutes_in(minutes: Minutes, content: Mapping[str, Any], language: str) -> MinutesIn:
    """Return what `content` says in a language, given as Django's code."""
    tag = LANGUAGES[suffix_of(language)]

    def spoken(words: object) -> Wording:
        return Wording(str(words), tag)

    with override(language):
        return MinutesIn(
            tag=tag,
            title=spoken(minutes),
            facts=tuple((spoken(name), fact) for name, fact in _facts(minutes, content, spoken, language)),
            sections=tuple(
                Part(text_of(section, "title", language), text_of(section, "text", language))
                for section in content["sections"]
            ),
            decisions_heading=spoken(_("Decisions")),
            decisions=decisions_in(content, language),
            attendance_heading=spoken(_("Attendance")),
            attendance=attendance_in(content, language),
        )


def decisions_in(content: Mapping[str, Any], language: str) -> tuple[Part, ...]:
    """Return the meeting's decisions; called with the language switched on."""
    states = dict(Decision.State.choices)
    return tuple(
        Part(
            Wording(
                _("Decision %(number)s (%(state)s), %(subcommittee)s")
                % {
                    "number": decision["number"],
                    "state": states[decision["state"]],
                    "subcommittee": choose(decision["subcommittee"], language).plain
                    if decision["subcommittee"]
                    else _("the whole committee"),
                },
                LANGUAGES[suffix_of(language)],
            ),
            text_of(decision, "text", language),
        )
        for decision in content["decisions"]
    )


def _facts(
    minutes: Minutes, content: Mapping[str, Any], spoken: Any, language: str
) -> Sequence[tuple[str, Wording]]:
    meeting = content["meeting"]
    days = [date_format(day) for name in ("starts_on", "ends_on") if (day := parse_date(meeting[name] or ""))]
    left_out = [name for code, name in _languages() if suffix_of(code) in content["without"]]
    facts = [
        (_("Host city"), spoken(minutes.meeting.host.name.plain)),
        (_("Date"), spoken(" – ".join(dict.fromkeys(days)) or NOTHING)),
        (_("Venue"), text_of(meeting, "venue", language) or spoken(NOTHING)),
        (_("State"), spoken(minutes.printable_state)),
    ]
    if left_out:
        facts.append((_("Without"), spoken(listed(left_out))))
    return facts


def _languages() -> list[tuple[str, str]]:
    return [("ko", _("Korean")), ("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
