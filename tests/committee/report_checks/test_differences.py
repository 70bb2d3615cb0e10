from dataclasses import replace

import pytest

from committee.languages.wording import Wording
from committee.printing.checked import Mention
from committee.printing.content import (
    Column,
    Facts,
    Figure,
    Figures,
    Lines,
    Paragraph,
    Row,
    Section,
    SideBySide,
    Statement,
    Status,
    Subsection,
    Table,
)
from committee.report_checks.differences import differences
from committee.report_checks.pieces import Piece
from tests.factories.report import bar_chart, every_kind_of_block, small_report

LONG = (
    "Both liaison officers exchange readings every week, and meet twice a year "
    "to compare what was read in both cities."
)


def words(old, new) -> list[str]:
    return [each.words for each in differences(old, new)]


def of_blocks(old, new) -> list[str]:
    return words(small_report("en", *old), small_report("en", *new))


def states(*states: str) -> Table:
    """Return a table of commitments by the state they stand in, `Hotline` first."""
    names = ("Hotline", "Markets", "Parks")
    rows = (Row((name, state)) for name, state in zip(names, states, strict=False))
    return Table("Commitments", (Column("Commitment"), Column("State")), tuple(rows))


def test_two_contents_that_are_the_same_have_no_difference():
    report = small_report("en", *every_kind_of_block())

    assert differences(report, small_report("en", *every_kind_of_block())) == []


def test_a_chapter_is_new_gone_or_moved():
    first, second, third, fourth = (Section(name, (), key=f"rooms.{name}") for name in "abcd")
    old = replace(small_report(), sections=(first, second, third))
    new = replace(small_report(), sections=(fourth, second, third, first))

    assert [(each.section, each.words) for each in differences(old, new)] == [
        ("rooms.d", "The chapter is new."),
        ("rooms.a", "The chapter stands at another place."),
    ]
    assert words(new, replace(new, sections=(fourth, second, third))) == ["The chapter is no longer there."]


def test_a_state_that_changed_is_told_with_what_it_was():
    assert of_blocks([states("on track", "late")], [states("kept", "late")]) == [
        "table “Commitments”, “Hotline”: State: kept (before: on track)"
    ]


def test_rows_that_came_and_went_are_told_once_a_table():
    old, new = [states("kept")], [states("kept", "late", "late")]

    assert of_blocks(old, new) == ["table “Commitments”: 2 new: “Markets”, “Parks”"]
    assert of_blocks(new, old) == ["table “Commitments”: 2 no longer there: “Markets”, “Parks”"]


def test_a_record_whose_title_was_mended_stays_the_same_row():
    def table(title: str) -> Table:
        return Table(
            "Commitments", (Column("Commitment"),), (Row((title,), mention=Mention("commitment-7", "kept")),)
        )

    assert of_blocks([table("Hotlin")], [table("Hotline")]) == [
        "table “Commitments”, “Hotline”: Commitment: Hotline (before: Hotlin)"
    ]


def test_a_column_that_came_is_told_once():
    new = Table(
        "Commitments",
        (Column("Commitment"), Column("Due on"), Column("State")),
        (Row(("Hotline", "May 1, 2018", "kept")), Row(("Markets", "—", "late"))),
    )

    assert of_blocks([states("kept", "late")], [new]) == ["table “Commitments”: new: column “Due on”"]


def test_a_figure_is_told_with_what_it_was():
    def figures(number: str) -> Figures:
        return Figures((Figure(number, "of them kept", "to date"),))

    assert of_blocks([figures("11")], [figures("12")]) == [
        "figures: of them kept: 12 to date (before: 11 to date)"
    ]


def test_a_long_text_is_shown_word_by_word():
    (found,) = differences(
        small_report("en", Paragraph(LONG)), small_report("en", Paragraph(LONG.replace("twice", "once")))
    )

    assert found.pieces == (
        Piece("…every week, and meet ", "same"),
        Piece("twice", "gone"),
        Piece("once", "new"),
        Piece(" a year to compare…", "same"),
    )


def test_a_chart_of_other_figures_says_so():
    found = of_blocks([bar_chart("Seoul")], [bar_chart("Beijing")])

    assert found == ["figure “Mean PM2.5”: other figures are drawn."]


def test_the_way_to_what_changed_is_said_from_the_outside_in():
    def project(state: str) -> Subsection:
        return Subsection("Economy", (Subsection("Night markets", (Facts((("State", state),)),)),))

    assert of_blocks([project("planned")], [project("under way")]) == [
        "“Economy” › “Night markets” › facts: State: under way (before: planned)"
    ]


def test_the_report_of_the_second_city_does_not_change_that_of_the_first():
    first, second = (
        Statement(city, place, "2018", Status("late"), Status("confirmed"), (Paragraph(LONG),))
        for place, city in enumerate(("Seoul", "Beijing"))
    )

    assert of_blocks([first], [SideBySide((first, second))]) == ["statement of Beijing, 2018 is new."]


def test_a_text_that_stands_in_for_another_language_is_another_text():
    old, new = Paragraph(Wording("直骨海", "zh-Hans")), Paragraph(Wording("直骨海", "ko"))

    assert of_blocks([old], [new]) == [
        "paragraph “直骨海”: the arrangement, or what is noted beside the text, was changed."
    ]


def test_what_the_cover_says_is_compared():
    report = small_report()
    cover = replace(report.cover, title="Report to General meeting no. 4", facts=(("Host city", "Beijing"),))

    assert words(report, replace(report, cover=cover)) == [
        "Cover: Report to General meeting no. 4 (before: Report to General meeting no. 3)",
        "Cover: Host city: Beijing (before: Seoul)",
    ]


def test_another_note_and_another_standing_are_told():
    report = small_report()

    assert words(report, replace(report, standing="not approved", notes=("One text is missing.",))) == [
        "What is said of its approval: not approved (before: —)",
        "Notes: One text is missing. (before: —)",
    ]


@pytest.mark.parametrize(
    "new",
    [
        Table("Commitments", (Column("Commitment", share=9), Column("State")), states("kept").rows),
        replace(states("kept"), counts="commitments:kept"),
        replace(states("kept"), rows=(Row(("Hotline", Status("kept"))),)),
        replace(states("kept"), rows=(Row((Lines(("Hotline",)), "kept")),)),
    ],
)
def test_what_no_word_is_made_for_is_told_all_the_same(new):
    assert len(of_blocks([states("kept")], [new])) == 1
