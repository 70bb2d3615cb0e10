import io
from dataclasses import replace

import pytest
from pikepdf import Name
from PIL import Image

from committee.printing.content import Picture
from committee.printing.layout import report_html
from committee.printing.photographs import (
    LONGEST_SIDE,
    NotAPicture,
    PictureLost,
    TooManyPixels,
    keep_picture,
    picture_path,
)
from committee.printing.press import print_report
from tests.committee.printing import pdf_text
from tests.factories.printed import photograph, picture_file
from tests.factories.report import small_report

UPSIDE_DOWN = 3
RED, WHITE = (254, 0, 0), (255, 255, 255)


def opened(sha256: str) -> Image.Image:
    return Image.open(picture_path(sha256))


def colours_at_the_sides(sha256: str) -> list[bool]:
    """Whether the left side is red, and the right one."""
    with opened(sha256) as picture:
        sides = picture.getpixel((4, 4)), picture.getpixel((picture.width - 4, 4))
    return [side[1] < 100 for side in sides]


def test_the_same_picture_is_kept_once_under_its_checksum():
    assert keep_picture(picture_file()) == keep_picture(picture_file())


def test_a_picture_of_80_megapixels_is_made_small_enough_for_print():
    huge = io.BytesIO()
    Image.new("L", (10_000, 8_000), 128).save(huge, "JPEG")

    with opened(keep_picture(huge)) as picture:
        assert picture.size == (LONGEST_SIDE, LONGEST_SIDE * 8 // 10)


def test_what_must_be_held_in_memory_whole_may_be_smaller_only():
    huge = io.BytesIO()
    Image.new("1", (8_000, 8_000)).save(huge, "PNG")

    with pytest.raises(TooManyPixels):
        keep_picture(huge)


def test_the_camera_s_orientation_is_applied():
    exif = Image.Exif()
    exif[0x0112] = UPSIDE_DOWN

    turned = keep_picture(picture_file(exif=exif))

    assert (colours_at_the_sides(keep_picture(picture_file())), colours_at_the_sides(turned)) == (
        [True, False],
        [False, True],
    )


def test_the_greys_of_a_scanner_s_sixteen_bits_are_printed_as_they_are():
    file = io.BytesIO()
    Image.new("I;16", (40, 40), 0x8080).save(file, "PNG")

    with opened(keep_picture(file)) as picture:
        assert picture.getpixel((20, 20)) == (128, 128, 128)


def test_a_picture_that_was_cut_off_is_refused():
    whole = picture_file((300, 200)).getvalue()

    with pytest.raises(NotAPicture):
        keep_picture(io.BytesIO(whole[: len(whole) * 3 // 4]))


def test_where_and_when_it_was_taken_is_left_out():
    exif = Image.Exif()
    exif[0x9003] = "2024:05:01 10:00:00"

    with opened(keep_picture(picture_file(exif=exif))) as picture:
        assert dict(picture.getexif()) == {}


def test_what_shines_through_is_printed_white():
    file = io.BytesIO()
    Image.new("RGBA", (40, 40), (255, 0, 0, 0)).save(file, "PNG")

    with opened(keep_picture(file)) as picture:
        assert picture.getpixel((20, 20)) == WHITE


@pytest.mark.parametrize("body", [b"", b"<svg/>", b"\xff\xd8\xff\xe0 broken", picture_file().read()[:300]])
def test_a_file_that_is_no_picture_is_refused(body):
    with pytest.raises(NotAPicture):
        keep_picture(io.BytesIO(body))


def test_a_picture_without_words_is_refused():
    with pytest.raises(ValueError, match="words"):
        Picture("0" * 64, alt=" ")


@pytest.mark.parametrize("sha256", ["0" * 64, "../../secret-key"])
def test_a_picture_that_is_not_there_stops_the_print(sha256):
    with pytest.raises(PictureLost):
        print_report(small_report("en", replace(photograph(), sha256=sha256)))


def test_a_kept_picture_that_was_changed_is_not_printed():
    picture = Picture(keep_picture(picture_file((120, 80))), "Two people.")
    picture_path(picture.sha256).write_bytes(picture_file((80, 120)).read())

    with pytest.raises(PictureLost):
        print_report(small_report("en", picture))


def test_a_picture_is_printed_with_its_alternative_text():
    with pdf_text.open_pdf(print_report(small_report("en", photograph())).file) as pdf:
        texts = [str(each[Name.Alt]) for each in pdf_text.structure(pdf) if Name.Alt in each]

    assert texts == ["Two people at a telephone."]


def test_the_preview_holds_its_pictures_inside():
    html = report_html(small_report("en", photograph()), stylesheet="print.css")

    assert html.count('src="data:image/jpeg;base64,') == 1
