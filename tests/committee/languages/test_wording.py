import copy

import pytest
from django.template import Context, Template
from django.utils.html import escape
from django.utils.translation import override

from committee.languages.wording import Wording, choose, columns, each_language, language_of_column
from committee.models import Subcommittee
from tests.factories.subcommittee import SubcommitteeFactory

NASTY = '<script>alert("1")</script>'


def rendered(source: str, **context: object) -> str:
    return Template(source).render(Context(context))


@pytest.mark.parametrize(("language", "text"), [("ko", "환경"), ("zh-hans", "环境"), ("en", "Environment")])
def test_a_reader_gets_the_text_of_the_page_s_language(language, text):
    subcommittee = SubcommitteeFactory.build()

    with override(language):
        assert subcommittee.name == text


@pytest.mark.parametrize(
    ("texts", "language", "expected"),
    [
        ({"ko": "환경", "zh_hans": "", "en": "Environment"}, "zh-hans", ("환경", "ko")),
        ({"ko": "", "zh_hans": "环境", "en": "Environment"}, "ko", ("环境", "zh-Hans")),
        ({"ko": "", "zh_hans": "", "en": "Environment"}, "ko", ("Environment", "en")),
        ({"ko": "", "zh_hans": "", "en": ""}, "ko", ("", "ko")),
    ],
)
def test_a_missing_language_is_substituted_in_a_fixed_order(texts, language, expected):
    wording = choose(texts, language)

    assert (wording.plain, wording.language) == expected


def test_a_substitute_carries_its_language():
    with override("en"):
        assert rendered("{{ text }}", text=Wording("환경", "ko")) == '<span lang="ko">환경</span>'


def test_a_text_in_the_page_s_language_carries_none():
    with override("ko"):
        assert rendered("{{ text }}", text=Wording("환경", "ko")) == "환경"


def test_an_attribute_gets_the_text_without_markup():
    with override("en"):
        assert (
            rendered('<a title="{{ text|plain }}">', text=Wording('환"경', "ko")) == '<a title="환&quot;경">'
        )


@pytest.mark.parametrize(
    "source",
    [
        "{{ text }}",
        '{{ text|default:"—" }}',
        "{{ text|plain }}",
        "{{ text|capfirst }}",
        "{{ text|truncatechars:100 }}",
        "{{ text|paragraphs }}",
        "{{ text|linebreaks }}",
        "{% blocktranslate %}About {{ text }}.{% endblocktranslate %}",
        "{% blocktranslate with name=text %}About {{ name }}.{% endblocktranslate %}",
        "{% blocktranslate asvar said %}About {{ text }}.{% endblocktranslate %}{{ said }}",
        "{% blocktranslate count total=1 %}{{ text }}{% plural %}{{ text }}s{% endblocktranslate %}",
        "{% badge 'open' text %}",
        "{% with said=text %}{{ said }}{% endwith %}",
        "{% firstof text %}",
        '{{ texts|join:", " }}',
    ],
)
@pytest.mark.parametrize("language", ["en", "ko"])
def test_what_people_wrote_is_escaped_wherever_a_page_shows_it(source, language):
    text = Wording(NASTY, "en")

    with override(language):
        shown = rendered(source, text=text, texts=[text, text])

    assert ("<script" in shown, escape(NASTY) in shown) == (False, True)


def test_every_language_of_a_text_is_escaped_and_marked():
    subcommittee = SubcommitteeFactory.build(name_ko=NASTY, name_zh_hans="", name_en="")

    assert rendered("{% every_language it 'name' %}", it=subcommittee) == f'<p lang="ko">{escape(NASTY)}</p>'


def test_paragraphs_of_a_substitute_carry_its_language():
    with override("en"):
        shown = rendered("{{ text|paragraphs }}", text=Wording("하나\n\n둘", "ko"))

    assert shown == '<div lang="ko"><p>하나</p>\n\n<p>둘</p></div>'


def test_only_languages_with_a_text_are_listed():
    subcommittee = SubcommitteeFactory.build(name_zh_hans="")

    assert [text.language for text in each_language(subcommittee, "name")] == ["ko", "en"]


def test_a_copy_of_a_text_knows_its_language():
    copied = copy.deepcopy(Wording("환경", "ko"))

    assert (copied, copied.language) == ("환경", "ko")


@pytest.mark.parametrize(
    ("name", "language"),
    [("title_ko", "ko"), ("title_zh_hans", "zh-Hans"), ("title_en", "en"), ("state", "")],
)
def test_a_column_tells_its_language(name, language):
    assert language_of_column(name) == language


def test_the_columns_of_a_text_are_named_after_the_languages():
    assert columns("title") == ["title_ko", "title_zh_hans", "title_en"]


def test_the_text_of_a_model_tells_its_label():
    assert Subcommittee.name.label == "name"
