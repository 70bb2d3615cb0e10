import unicodedata

import pytest

from committee.documents.file_names import clean, content_disposition


@pytest.mark.parametrize(
    ("given", "name"),
    [
        ("서명본 2018.pdf", "서명본 2018.pdf"),
        ("合作备忘录.pdf", "合作备忘录.pdf"),
        ("Air quality – final.pdf", "Air quality – final.pdf"),
        ("../../etc/passwd.txt", "passwd.txt"),
        ("C:\\Users\\kim\\대기.hwp", "대기.hwp"),
        ("paper.pdf/", ""),
        ("a\r\nSet-Cookie: x.pdf", "aSet-Cookie x.pdf"),
        ('quo"te;.pdf', "quote;.pdf"),
        ("paper\u202efdp.exe", "paperfdp.exe"),
        ("  ..hidden.pdf . ", "hidden.pdf"),
        ("null\0byte.pdf", "nullbyte.pdf"),
    ],
)
def test_a_name_loses_its_path_and_what_cannot_be_seen(given, name):
    assert clean(given) == name


def test_korean_letters_of_a_mac_are_put_together():
    assert clean(unicodedata.normalize("NFD", "서명본.pdf")) == "서명본.pdf"


def test_a_name_too_long_keeps_its_end():
    name = clean("가" * 300 + ".pdf")

    assert (len(name), name[-5:]) == (200, "가.pdf")


def test_the_header_carries_the_name_in_both_ways():
    header = content_disposition('합의 合作\'s "1".pdf', plain="document-1-1.pdf")

    assert header == (
        'attachment; filename="document-1-1.pdf"; '
        "filename*=UTF-8''%ED%95%A9%EC%9D%98%20%E5%90%88%E4%BD%9C%27s%20%221%22.pdf"
    )
