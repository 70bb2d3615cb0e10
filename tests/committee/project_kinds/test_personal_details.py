import pytest

from committee.project_kinds.personal_details import personal_details_in


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("문의: minjun@seoul.example", "minjun@seoul.example"),
        ("문의는 010-1234-5678로", "010-1234-5678"),
        ("+82 10 1234 5678", "+82 10 1234 5678"),
        ("담당 02-2133-1234", "02-2133-1234"),
        ("联系 13812345678。", "13812345678"),
        ("+86 138-1234-5678", "+86 138-1234-5678"),
        ("주민 080315-3123456 확인", "080315-3123456"),
        ("身份证11010120080315123X", "11010120080315123X"),
        ("passport M12345678", "M12345678"),
        ("성명: 홍길순", "성명: 홍길순"),
        ("姓名：小明", "姓名：小明"),
        ("Name: Minjun", "Name: Minjun"),
        ("김민준 학생이 발표", "김민준 학생"),
        ("이서연 양은 대표로", "이서연 양"),
        ("王小明同学发言", "王小明同学"),
        ("Ms. Chen spoke", "Ms. Chen"),
        ("참가: 김민준, 이서연", "김민준, 이서연"),
        ("结对：王伟、李娜、张敏", "王伟、李娜、张敏"),
        ("김민준 - 王伟", "김민준 - 王伟"),
        ("follow @minjun_05", "@minjun_05"),
    ],
)
def test_what_points_to_a_person_is_found(text, found):
    assert personal_details_in(text) == found


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2019년 8월 5일부터 9일까지 서울시, 강남구에서 40명이 참가하였다.",
        "서울시청, 강남구청, 송파구청을 방문하였다.",
        "2019-08-05 ~ 2019-08-09, 09:00-18:00",
        "40名青少年参观了故宫、长城和首都博物馆。",
        "开展马术、高尔夫等体验活动。",
        "120 applied, 60 places, 58 matched (30 of Seoul, 28 of Beijing).",
        "예산 120,000,000원, 참가비 없음",
        "The camp took place in Gangwon; 3 days, 2 nights.",
        "한국인 학생 20명과 중국인 학생 20명이 참가하였다.",
        "학생과 교사가 함께하였고 설문 응답률은 97.5%였다.",
    ],
)
def test_what_speaks_of_nobody_is_left_alone(text):
    assert personal_details_in(text) == ""


def test_the_first_passage_is_named():
    assert personal_details_in("a@b.example, 010-1234-5678") == "a@b.example"
