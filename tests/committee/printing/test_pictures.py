from committee.printing.pictures import with_fonts_of_readers


def test_a_picture_names_the_fonts_that_readers_have():
    drawn = with_fonts_of_readers('<text font-family="Noto Sans SC">热线</text>')

    assert drawn == (
        '<text font-family="Noto Sans SC, PingFang SC, Microsoft YaHei, Noto Sans CJK SC, sans-serif">'
        "热线</text>"
    )
