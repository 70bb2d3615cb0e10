import datetime
from dataclasses import replace

import pytest

from committee.printing.checked import Claim, Covered, Day, Mention
from committee.printing.content import Chart, Column, Figure, Figures, Report, Row, Section, Subsection, Table
from committee.report_checks.finding import Severity
from committee.report_checks.findings import findings_of
from tests.factories.city import seoul
from tests.factories.commitment import CommitmentFactory
from tests.factories.project import ProjectFactory
from tests.factories.report import small_report
from tests.factories.update import UpdateFactory, submitted_update

END = datetime.date(2018, 3, 19)
COVERED = Covered(datetime.date(2015, 11, 3), END)


def words(*blocks, **changes) -> list[str]:
    report = replace(small_report("en", *blocks), **changes)
    return [each.words for each in findings_of({"en": report})]


def in_two_languages(english: Report, korean: Report) -> list[str]:
    return [each.words for each in findings_of({"ko": korean, "en": english})]


def figures(number: str, claim: Claim) -> Figures:
    return Figures((Figure(number, "of them kept", claim=claim),))


def kept(number: int, *, place: str = "") -> Claim:
    return Claim(f"commitments:kept{place}", number)


def table(*rows: Row, counts: str = "") -> Table:
    width = max((len(row.cells) for row in rows), default=2)
    return Table("Commitments", tuple(Column(f"No. {place}") for place in range(width)), rows, counts=counts)


def chart(*means: float, beside: Table | None = None, claims: tuple[Claim, ...] = ()) -> Chart:
    spec = {"layer": [{"data": {"values": [{"mean": mean} for mean in means]}, "mark": "bar"}]}
    return Chart("Mean PM2.5", "It fell.", spec, beside, claims=claims)


def test_what_fits_together_gives_no_finding():
    found = words(
        figures("3", kept(3)),
        chart(2, 1, claims=(kept(2, place=":economy"), kept(1, place=":culture"), kept(0, place=":sports"))),
        table(
            Row(("Economy", "2"), claims=(kept(2, place=":economy"),)),
            Row(("Culture", "1"), claims=(kept(1, place=":culture"),)),
            Row(("All", "3"), is_total=True, claims=(kept(3),)),
        ),
    )

    assert found == []


def test_two_numbers_for_one_count_are_an_error_that_says_where():
    found = words(figures("3", kept(3)), table(Row(("All", "4"), claims=(kept(4),))))

    assert found == ["“of them kept” says 3, but “Air quality”, table “Commitments”, “All” says 4."]


def test_two_numbers_in_two_languages_are_an_error():
    english, korean = (small_report(tag, figures(str(n), kept(n))) for tag, n in (("en", 3), ("ko", 4)))

    assert in_two_languages(english, korean) == [
        "“of them kept” says 3, but in Korean “Air quality”, “of them kept” says 4.",
        "“of them kept” prints 3, in Korean 4.",
    ]


@pytest.mark.parametrize(
    ("block", "place"),
    [
        (figures("31", kept(3)), "“of them kept”"),
        (table(Row(("All", "31"), claims=(kept(3),))), "table “Commitments”, “All”"),
        (chart(31, claims=(kept(3),)), "figure “Mean PM2.5”"),
    ],
)
def test_a_number_printed_otherwise_than_it_was_counted_is_an_error(block, place):
    assert words(block) == [f"{place} prints another number than the 3 that was counted."]


@pytest.mark.parametrize(("printed", "mean"), [("23 µg/m³", 23.4), ("1,234", 1234), ("−0.5", -0.5)])
def test_a_number_may_be_printed_rounded_grouped_and_with_its_unit(printed, mean):
    assert words(figures(printed, Claim("air:mean:pm25:seoul", mean))) == []


def test_parts_that_do_not_add_up_to_the_whole_are_an_error():
    found = words(figures("3", kept(3)), figures("2", kept(2, place=":economy")))

    assert found == ["“of them kept” says 3, but its parts add up to 2."]


def test_what_the_summary_counts_is_printed_one_by_one():
    rows = [
        Row((name,), mention=Mention(f"pact-{name}", state)) for name, state in (("a", "kept"), ("b", "late"))
    ]

    assert words(figures("1", Claim("pacts:kept", 1)), table(*rows)) == []
    assert words(figures("2", Claim("pacts:all", 2)), table(*rows)) == []
    assert words(figures("2", Claim("pacts:kept", 2)), table(*rows)) == [
        "“of them kept” says 2, but 1 are printed one by one."
    ]


def test_a_table_has_as_many_rows_as_are_counted():
    annex = table(Row(("a",)), Row(("b",)), Row(("All",), is_total=True), counts="commitments:kept")

    assert words(figures("2", kept(2)), annex) == []
    assert words(figures("3", kept(3)), annex) == [
        "“of them kept” says 3, but table “Commitments” has 2 rows."
    ]


def test_a_total_that_is_not_the_sum_of_its_rows_is_an_error():
    rows = (Row(("Economy", "1,200.50")), Row(("Culture", "—")), Row(("Sports", "100.00")))

    assert words(table(*rows, Row(("All", "1,300.50"), is_total=True))) == []
    assert words(table(*rows, Row(("All", "1,300"), is_total=True))) == []
    assert words(table(*rows, Row(("All", "1,400.50"), is_total=True))) == [
        "table “Commitments”, “All”, column “No. 1”: 1,400.50 is printed, but the rows add up to 1,300.50."
    ]


def test_a_total_of_one_currency_sums_the_rows_of_that_currency():
    rows = (Row(("Markets", "KRW", "10")), Row(("Parks", "CNY", "7")), Row(("Hotline", "KRW", "5")))
    totals = (Row(("All", "KRW", "15"), is_total=True), Row(("All", "CNY", "7"), is_total=True))

    assert words(table(*rows, *totals)) == []


def test_a_column_of_words_has_no_sum():
    rows = (Row(("Economy", "3 of 4")), Row(("Culture", "1")))

    assert words(table(*rows, Row(("All", "9"), is_total=True))) == []


def test_a_table_prints_what_the_chart_beside_it_draws():
    beside = table(Row(("January", "23", "not enough data")), Row(("February", "23", "31")))

    assert words(chart(22.6, 23.2, 31.0, 8.5, beside=beside)) == []
    assert words(chart(22.6, 31.0, beside=beside)) == [
        "The table beside figure “Mean PM2.5” prints 23, which is not drawn."
    ]


@pytest.mark.parametrize(
    ("day", "may_be_earlier", "findings"),
    [
        (END, False, 0),
        (END + datetime.timedelta(days=1), True, 1),
        (COVERED.start, False, 1),
        (COVERED.start, True, 0),
    ],
)
def test_a_day_lies_in_the_time_covered(day, may_be_earlier, findings):
    row = Row(("Hotline",), days=(Day(day, may_be_earlier),))

    assert len(words(table(row), covered=COVERED)) == findings


def test_a_day_outside_says_which_and_what_to_do():
    row = Row(("Hotline",), days=(Day(datetime.date(2018, 5, 1)),))

    (found,) = findings_of({"en": replace(small_report("en", table(row)), covered=COVERED)})

    assert (found.words, found.remedy, found.heading) == (
        "“Hotline”: May 1, 2018 lies outside the time that the report covers.",
        "Correct the day of the record, then gather again.",
        "Air quality",
    )


def test_a_record_in_two_states_is_an_error():
    found = words(
        table(Row(("Hotline",), mention=Mention("pact-7", "kept"))),
        table(Row(("Hotline",), mention=Mention("pact-7", "late"))),
    )

    assert found == ["“Hotline” is printed in two different states."]


def test_what_is_wrong_in_every_language_is_said_once():
    block = figures("31", kept(3))

    assert in_two_languages(small_report("en", block), small_report("ko", block)) == [
        "“of them kept” prints another number than the 3 that was counted."
    ]


def test_a_chapter_that_one_language_lacks_is_an_error():
    report = replace(
        small_report("en"), sections=(Section("Air", (), key="a"), Section("Budget", (), key="b"))
    )
    shorter = replace(report, language="ko", sections=report.sections[:1])

    assert in_two_languages(report, shorter) == ["The chapter is missing in Korean."]
    assert in_two_languages(shorter, report)[0] == "The chapter stands in Korean only."


def test_a_table_with_fewer_rows_in_one_language_is_an_error():
    two, one = table(Row(("a",)), Row(("b",))), table(Row(("a",)))

    assert in_two_languages(small_report("en", two), small_report("ko", one)) == [
        "table “Commitments” has 2 rows, in Korean 1."
    ]


def test_each_edition_may_name_the_cities_in_its_own_order():
    seoul, beijing = Row(("Seoul", "38")), Row(("Beijing", "69"))
    english = small_report("en", table(seoul, beijing), table(seoul))
    korean = small_report("ko", table(seoul), table(beijing, seoul))

    assert in_two_languages(english, korean) == []


def test_the_number_that_stands_in_one_language_only_is_told():
    english = small_report("en", table(Row(("Seoul", "38")), Row(("Beijing", "69"))))
    korean = small_report("ko", table(Row(("Beijing", "96")), Row(("Seoul", "38"))))

    assert in_two_languages(english, korean) == ["table “Commitments” prints 69, in Korean 96."]


def test_a_table_without_rows_is_a_warning_that_comes_after_the_errors():
    found = findings_of({"en": small_report("en", table(), figures("31", kept(3)))})

    assert [(each.severity, each.words) for each in found] == [
        (Severity.ERROR, "“of them kept” prints another number than the 3 that was counted."),
        (Severity.WARNING, "table “Commitments” has no rows."),
    ]


def test_a_report_without_contents_has_no_finding():
    assert findings_of({}) == []


@pytest.mark.django_db
def test_records_that_both_cities_see_may_be_printed():
    update, commitment = submitted_update(), CommitmentFactory()
    mentions = (
        Mention(f"update-{update.pk}", "submitted"),
        Mention(f"project-{update.project.pk}", "planned"),
        Mention(f"commitment-{commitment.pk}", "kept"),
    )

    assert words(*(Subsection(each.record, (), mention=each) for each in mentions)) == []


@pytest.mark.django_db
def test_a_record_that_is_not_released_is_an_error():
    inside = ProjectFactory(draft_of=seoul())
    mentions = (
        Mention(f"update-{UpdateFactory().pk}", "draft"),
        Mention(f"project-{inside.pk}", "planned"),
        Mention("commitment-0", "kept"),
    )

    found = words(*(Subsection("It", (), mention=each) for each in mentions))

    assert found == ["“It” is printed, but is not released to both cities, or is no longer there."] * 3
