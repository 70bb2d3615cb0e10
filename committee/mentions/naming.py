"""Who is mentioned in what somebody says: those picked from the list, and those named by `@` in the text."""

import re
from collections.abc import Iterable

from django.db.models import Q

from committee.languages.models import containing
from committee.members.models import Member, MemberQuerySet
from committee.mentions.rules import TooLong, TooManyNamed

NAMED = re.compile(r"@([\w.+-]+)")
# What is being typed at the end of a text: an @ and the beginning of a name.
BEGUN = re.compile(r"(?:^|\s)@([\w.+-]*)$")
LONGEST_NAME = 150
LONGEST_TEXT = 10_000
MOST_NAMED = 50
MOST_OFFERED = 20


def meant_by(text: str, picked: Iterable[Member], among: MemberQuerySet) -> list[Member]:
    """Return who is mentioned, of those who may see what it is about.

    Raises:
        TooLong: when `text` is longer than what anybody reads in one go.
        TooManyNamed: when more names stand in it than are looked up.
    """
    if len(text) > LONGEST_TEXT:
        raise TooLong(LONGEST_TEXT)
    named = named_in(text, among)
    return list(among.filter(pk__in=[member.pk for member in (*picked, *named)]).select_related("city"))


def named_in(text: str, among: MemberQuerySet) -> list[Member]:
    """Return the members whose sign-in names stand in `text` after an `@`, in one query.

    A Korean ending may follow without a space, and a full stop: the longest name that fits is meant.

    Raises:
        TooManyNamed: when more names stand in it than are looked up.
    """
    tokens = {token[:LONGEST_NAME]: None for token in NAMED.findall(text)}
    if len(tokens) > MOST_NAMED:
        raise TooManyNamed(MOST_NAMED)
    beginnings = {token[:length] for token in tokens for length in range(1, len(token) + 1)}
    if not beginnings:
        return []
    known = {member.username: member for member in among.filter(username__in=beginnings)}
    found = {member.pk: member for token in tokens if (member := _longest(token, known))}
    return list(found.values())


def begun_in(text: str) -> str | None:
    """Return the name that is being typed at the end of `text`, '' right after an `@`, None elsewhere."""
    found = BEGUN.search(text)
    return found[1] if found else None


def offered(begun: str, among: MemberQuerySet) -> MemberQuerySet:
    """Return those whose sign-in name begins so, or whose name contains it in any language."""
    fitting = among.filter(Q(username__istartswith=begun) | containing(begun, "name"))
    return fitting.select_related("city").order_by("city", "username")


def _longest(token: str, known: dict[str, Member]) -> Member | None:
    for length in range(len(token), 0, -1):
        rest = token[length:]
        # `@kimchi` is not `@kim`, but `@kim님` is, and `@kim.` at the end of a sentence.
        if token[:length] in known and not (rest[:1].isascii() and rest[:1].isalnum()):
            return known[token[:length]]
    return None
