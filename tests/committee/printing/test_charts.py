import re
import xml.etree.ElementTree as ElementTree
from pathlib import Path

import pytest
from django.core.cache import caches

from committee.printing.charts import ChartNotDrawn, chart_svg
from tests.factories.report import bar_chart


@pytest.mark.parametrize(
    ("language", "font"), [("ko", "Noto Sans KR"), ("zh-hans", "Noto Sans SC"), ("en", "Noto Sans KR")]
)
def test_a_chart_names_the_font_of_its_edition(language, font):
    svg = chart_svg(bar_chart("北京").spec, language)

    assert set(re.findall(r'font-family="([^"]+)"', svg)) == {font}


def test_a_chart_says_what_it_shows_in_its_first_child():
    svg = ElementTree.fromstring(chart_svg(bar_chart().spec, "en", title="Seoul had <23> µg/m³."))

    assert svg[0].text == "Seoul had <23> µg/m³."


# Without care for them the library ends the whole process.
@pytest.mark.parametrize("sign", ["\v", "\b", "\x00", "\x1b", "\ufffe", "\ud800"])
def test_what_no_picture_can_hold_is_left_out(sign):
    svg = ElementTree.fromstring(chart_svg(bar_chart(f"Se{sign}oul").spec, "en", title=f"It{sign} rang."))

    assert (svg[0].text, "Seoul" in list(svg.itertext())) == ("It rang.", True)


@pytest.mark.parametrize("before", ["", "a", "ab"])
def test_a_long_label_is_cut_between_rare_characters_and_emoji(before):
    svg = ElementTree.fromstring(chart_svg(bar_chart(before + "𠮷🎉" * 40).spec, "zh-hans"))

    label = next(text for text in svg.itertext() if text.startswith(f"{before}𠮷🎉𠮷"))

    assert set(label) == {*before, "𠮷", "🎉", "…"}


def test_private_characters_of_a_label_stay_themselves():
    svg = ElementTree.fromstring(chart_svg(bar_chart("\ue000🎉").spec, "en"))

    assert "\ue000🎉" in list(svg.itertext())


def test_a_chart_carries_no_style_and_no_script():
    svg = chart_svg(bar_chart("<script>alert(1)</script>").spec, "en")

    assert re.findall(r"<script|style=|onload", svg) == []


def test_a_chart_fetches_nothing():
    spec = {**bar_chart().spec, "data": {"url": "http://127.0.0.1:9/values.csv"}}

    with pytest.raises(ChartNotDrawn):
        chart_svg(spec, "en")


def test_a_specification_that_is_none_is_named():
    with pytest.raises(ChartNotDrawn):
        chart_svg({"mark": "no such mark"}, "en")


def test_a_chart_is_drawn_once_whatever_it_is_called(settings):
    caches["charts"].clear()

    for title in ("", "Seoul had 23 µg/m³.", "서울은 23 µg/m³이다."):
        chart_svg(bar_chart().spec, "en", title=title)

    assert len(list(Path(settings.CACHES["charts"]["LOCATION"]).glob("*.djcache"))) == 1
