"""Whatever is changed in a report, and wherever, is told; what was only kept and read again is not."""

import dataclasses
import datetime
import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from committee.languages.wording import Wording
from committee.printing.checked import Day, Mention
from committee.printing.content import (
    Chart,
    Column,
    Facts,
    Figure,
    Figures,
    Lines,
    Listing,
    Paragraph,
    Report,
    Row,
    Section,
    SideBySide,
    Statement,
    Status,
    Subsection,
    Table,
    Tone,
)
from committee.printing.snapshot import from_json, to_json
from committee.report_checks.differences import differences
from tests.factories.report import small_report

texts = st.one_of(
    st.sampled_from(["", "a", "b", "a b"]), st.builds(Wording, st.just("a"), st.sampled_from(["ko", "en"]))
)
cells = st.one_of(
    texts,
    st.builds(Status, texts, st.sampled_from(Tone)),
    st.builds(Lines, st.tuples(texts)),
)
mentions = st.none() | st.builds(Mention, st.sampled_from(["commitment-1", "commitment-2"]), st.just("kept"))
rows = st.builds(
    Row,
    st.tuples(cells, cells),
    illustrative=st.booleans(),
    is_total=st.booleans(),
    mention=mentions,
    days=st.sampled_from([(), (Day(datetime.date(2018, 3, 19)),)]),
)
columns = st.builds(Column, texts, st.integers(1, 2))


def several(parts: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(parts, max_size=2).map(tuple)


tables = st.builds(Table, texts, st.tuples(columns, columns), several(rows), texts)
charts = st.builds(
    Chart,
    texts,
    texts,
    st.builds(
        lambda mark, values: {"mark": mark, "data": {"values": values}}, texts, several(st.integers(0, 2))
    ),
    st.none() | tables,
)
figures = st.builds(Figures, several(st.builds(Figure, texts, texts, texts)))
leaves = st.one_of(
    st.builds(Paragraph, texts, st.sampled_from(["plain", "note"])),
    st.builds(Listing, several(texts)),
    st.builds(Facts, several(st.tuples(texts, cells))),
    figures,
    tables,
    charts,
)


def statements(blocks: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.builds(
        Statement,
        texts,
        st.integers(0, 1),
        texts,
        st.builds(Status, texts),
        st.builds(Status, texts),
        several(blocks),
    )


def nested(blocks: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.one_of(
        st.builds(Subsection, texts, several(blocks), st.booleans(), mentions),
        statements(blocks),
        st.builds(SideBySide, st.tuples(statements(blocks))),
    )


sections = st.builds(
    Section,
    texts,
    several(st.recursive(leaves, nested, max_leaves=4)),
    st.booleans(),
    st.sampled_from(["", "rooms.a"]),
)
reports = st.builds(
    lambda parts, language: dataclasses.replace(small_report(language), sections=parts),
    several(sections),
    st.sampled_from(["en", "ko"]),
)


def canonical(report: Report) -> str:
    return json.dumps(to_json(report), sort_keys=True)


@given(reports, reports)
def test_any_change_gives_at_least_one_difference(old, new):
    assert bool(differences(old, new)) == (canonical(old) != canonical(new))


@given(reports)
def test_a_content_that_was_kept_is_the_one_that_was_gathered(report):
    assert differences(report, from_json(json.loads(canonical(report)))) == []
