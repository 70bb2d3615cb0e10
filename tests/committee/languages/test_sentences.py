import pytest
from django.utils import translation

from committee.languages.sentences import in_a_row, listed


@pytest.mark.parametrize(
    ("language", "sentences", "names"),
    [
        ("en", "One. Two.", "ozone, dust"),
        ("ko", "One. Two.", "ozone, dust"),
        ("zh-hans", "One.Two.", "ozone、dust"),
    ],
)
def test_sentences_and_names_follow_each_other_as_the_language_has_it(language, sentences, names):
    with translation.override(language):
        assert (in_a_row(["One.", "Two."]), listed(["ozone", "dust"])) == (sentences, names)
