from committee.typesetting.drawings import apart
from committee.typesetting.own_files import DRAWINGS


def test_each_drawing_becomes_a_picture_that_says_what_it_shows():
    first = (
        '<svg width="60" role="img"><title>“Seoul” &amp; "Beijing" &lt;23&gt;</title><path d="M0,0"/></svg>'
    )
    second = "<svg><path/></svg>"

    html, drawings = apart(f"<p>Before {first} between</p>{second}")

    words = "“Seoul” &amp; &quot;Beijing&quot; &lt;23&gt;"
    image = f'<img src="{DRAWINGS}0.svg" alt="{words}">'
    assert html == f'<p>Before {image} between</p><img src="{DRAWINGS}1.svg" alt="">'
    assert drawings == {f"{DRAWINGS}0.svg": first.encode(), f"{DRAWINGS}1.svg": second.encode()}


def test_a_page_without_drawings_stays_as_it_is():
    assert apart("<p>&lt;svg&gt;</p>") == ("<p>&lt;svg&gt;</p>", {})
