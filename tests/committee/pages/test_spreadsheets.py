import pytest

from committee.pages.spreadsheets import harmless


@pytest.mark.parametrize("text", ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "\r=1"])
def test_what_a_spreadsheet_would_compute_stays_text(text):
    assert harmless(text) == f"'{text}"


def test_names_stay_as_they_are():
    assert harmless("종로구") == "종로구"
