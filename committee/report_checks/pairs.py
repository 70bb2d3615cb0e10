"""Which parts of two contents belong together."""

import dataclasses
from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from typing import Any, Generic, TypeVar

Part = TypeVar("Part")
Name = tuple[Hashable, int]


@dataclass(frozen=True)
class Pair(Generic[Part]):
    """A part before and after; None where it was not there yet, or is no more."""

    old: Part | None
    new: Part | None
    has_moved: bool = False


def paired(
    old: Sequence[Part],
    new: Sequence[Part],
    name: Callable[[Part], Hashable],
    kind: Callable[[Part], Hashable] | None = None,
) -> list[Pair[Part]]:
    """Pair the parts of the same name; in the order of `new`, what is gone beside what it stood before.

    Args:
        name: what a part is known by; of several with one name the first belongs to the first.
        kind: parts that stand in each other's place belong together as well where this is equal and not None.
    """
    before, after = _named(old, name), _named(new, name)
    old_names, new_names = list(before), list(after)
    pairs: list[Pair[Part]] = []
    steps = SequenceMatcher(None, old_names, new_names, autojunk=False).get_opcodes()
    for tag, start, end, new_start, new_end in steps:
        gone, came = old_names[start:end], new_names[new_start:new_end]
        if tag == "equal":
            pairs += [Pair(before[each], after[each]) for each in came]
            continue
        pairs += [Pair(before[each], after[each], has_moved=True) for each in came if each in before]
        left = [before[each] for each in gone if each not in after]
        fresh = [after[each] for each in came if each not in before]
        pairs += _in_place(left, fresh, kind) if kind else _apart(left, fresh)
    return pairs


def is_same(one: Any, other: Any) -> bool:
    """Whether two parts print the same and say the same beside it; a text in another language is another."""
    if isinstance(one, str) and isinstance(other, str):
        return one == other and getattr(one, "language", "") == getattr(other, "language", "")
    if dataclasses.is_dataclass(one):
        fields = [field.name for field in dataclasses.fields(one)]
        return type(one) is type(other) and all(
            is_same(getattr(one, name), getattr(other, name)) for name in fields
        )
    if isinstance(one, tuple) and isinstance(other, tuple):
        return len(one) == len(other) and all(map(is_same, one, other))
    return bool(one == other)


def _named(parts: Sequence[Part], name: Callable[[Part], Hashable]) -> dict[Name, Part]:
    seen: Counter[Hashable] = Counter()
    found = {}
    for part in parts:
        own = name(part)
        found[own, seen[own]] = part
        seen[own] += 1
    return found


def _in_place(gone: list[Part], came: list[Part], kind: Callable[[Part], Hashable]) -> Iterator[Pair[Part]]:
    for part in came:
        mate = next((each for each in gone if kind(each) is not None and kind(each) == kind(part)), None)
        if mate is not None:
            gone = [each for each in gone if each is not mate]
        yield Pair(mate, part)
    yield from (Pair(part, None) for part in gone)


def _apart(gone: list[Part], came: list[Part]) -> Iterator[Pair[Part]]:
    yield from (Pair(part, None) for part in gone)
    yield from (Pair(None, part) for part in came)
