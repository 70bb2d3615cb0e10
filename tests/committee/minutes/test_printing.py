from committee.minutes.printing import label_of, minutes_html
from committee.models import Minutes
from committee.printing.pdf import STYLESHEET, write_pdf
from tests.committee.printing import pdf_text
from tests.factories.decision import DecisionFactory
from tests.factories.meeting import MeetingFactory
from tests.factories.minutes import MinutesSectionFactory, agreed_minutes, written_minutes


def test_two_languages_stand_side_by_side_each_with_its_tag(db):
    html = minutes_html(written_minutes(), ["ko", "zh-hans"], stylesheet="")

    assert (
        html.count('<div class="in-one" lang="ko">'),
        html.count('<div class="in-one" lang="zh-Hans">'),
    ) == (
        1,
        1,
    )
    assert '<p><span lang="zh-Hans">设立热线。</span></p>' in html


def test_the_print_holds_the_text_and_the_decisions_in_the_faces_of_both_languages(db, tmp_path):
    meeting = MeetingFactory()
    DecisionFactory(meeting=meeting, number=1, text_zh_hans="明年再次会面。", text_ko="내년에 다시 만난다.")

    minutes = written_minutes(meeting=meeting)
    html = minutes_html(minutes, ["ko", "zh-hans"], stylesheet=STYLESHEET)
    file = write_pdf(html, label_of(minutes, "ko")).file

    found = pdf_text.words(file, tmp_path)
    assert [
        text in found
        for text in ("핫라인을 설치한다.", "设立热线。", "내년에 다시 만난다.", "明年再次会面。")
    ] == [True] * 4
    assert pdf_text.faces(file) >= {"Noto-Sans-KR", "Noto-Sans-SC"}


def test_what_a_language_lacks_is_printed_in_another_one_with_its_tag(db):
    minutes = written_minutes()
    minutes.sections.update(text_en="")

    html = minutes_html(minutes, ["en"], stylesheet="")

    assert '<p><span lang="ko">' in html


def test_agreed_minutes_are_printed_with_their_fingerprint(db):
    minutes = agreed_minutes()
    MinutesSectionFactory(title_en="Of other minutes")

    html = minutes_html(Minutes.objects.in_brief().get(pk=minutes.pk), ["en"], stylesheet="")

    assert minutes.agreed_hash in html
    assert "Of other minutes" not in html
