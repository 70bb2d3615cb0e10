import pytest

from committee.history.mending import says_the_same


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("양 시는 자료를 제공하지 안는다.", "양 시는 자료를 제공하지 않는다."),
        ("세 기관이 공동으로 방안을 마련한다.", "세 기관이 공동으로 방안을 마련했다."),
        ("双方不段交换数据，未来继续扩大。", "双方不断交换数据，未来继续扩大。"),
        ("The cities can not meet befor 2020.", "The cities cannot meet before 2020."),
        ("", "Nothing was said before."),
    ],
)
def test_a_slip_of_spelling_says_the_same(before, after):
    assert says_the_same(before, after)


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("양 시는 자료를 제공한다.", "양 시는 자료를 제공 못한다."),
        ("양 시는 자료를 매일 제공하고 있다.", "양 시는 자료를 매일 제공하고 없다."),
        ("양 시가 합의한 사항이다.", "양 시가 합의한 사항 아니다."),
        ("双方已就数据交换达成一致意见。", "双方未就数据交换达成一致意见。"),
        ("双方同意每月交换一次数据并公开。", "双方不同意每月交换一次数据并公开。"),
        ("双方同意设立三个联合研究小组。", "双方同意设立两个联合研究小组。"),
        ("The data is now shared with everybody.", "The data is not shared with everybody."),
        ("Both cities will meet again in spring.", "Both cities won't meet again in spring."),
        ("Not all of the 24 stations were read.", "All of the 24 stations were not read."),
        ("The cities share 24 readings a week.", "The cities share 25 readings a week."),
    ],
)
def test_a_negation_or_a_figure_says_something_else(before, after):
    assert not says_the_same(before, after)
