import pytest
from django.conf import settings
from django.utils.module_loading import import_string
from django.utils.translation import override

from committee.printing.content import Scope, Table
from committee.printing.snapshot import walk
from committee.reports.glossary import glossary

TODAY_SCOPE = (1, None, None)


def tables(language: str) -> list[Table]:
    with override(language):
        said = glossary(Scope(*TODAY_SCOPE, language, ()))
    return [part for part in walk(said) if isinstance(part, Table)]


@pytest.mark.parametrize(
    ("language", "heads"),
    [
        ("ko", ["한국어", "简体中文", "English"]),
        ("zh-hans", ["简体中文", "한국어", "English"]),
        ("en", ["English", "한국어", "简体中文"]),
    ],
)
def test_the_language_of_the_edition_comes_first(language, heads):
    assert [[column.heading.plain for column in table.columns] for table in tables(language)] == [
        heads,
        heads,
    ]


def test_each_term_knows_its_language():
    first = tables("en")[0].rows[0]

    assert [(cell.plain, cell.language) for cell in first.cells] == [
        ("joint committee", "en"),
        ("통합위원회", "ko"),
        ("混合委员会", "zh-Hans"),
    ]


def test_no_term_lacks_a_language_or_stands_twice():
    terms = [term for path, _heading in settings.GLOSSARIES for term in import_string(path)]

    assert all(all(term) for term in terms)
    assert len({term.en for term in terms}) == len(terms)
