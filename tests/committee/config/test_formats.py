import pytest
from django.utils.formats import number_format
from django.utils.translation import override


@pytest.mark.parametrize("language", ["ko", "zh-hans", "en"])
def test_large_numbers_are_written_alike_in_all_languages(language):
    with override(language):
        assert number_format(45_000_000, force_grouping=True) == "45,000,000"
