import pytest

from committee.printing.template_words import length_of_heading


@pytest.mark.parametrize(
    ("heading", "length"),
    [
        ("Economy", ""),
        ("환경 분야 협력", ""),
        ("Cooperation " * 8, "long"),
        ("서울과 베이징의 미세먼지 공동 대응을 위한 상설 협력 체계 구축 및 운영 방안에 관한 합의", "long"),
        ("空气质量" * 25, "very-long"),
    ],
)
def test_a_long_heading_is_set_smaller_in_whatever_script(heading, length):
    assert length_of_heading(heading) == length
