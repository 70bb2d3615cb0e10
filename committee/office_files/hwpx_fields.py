"""OWPML's fields: contents that lead to their headings, and the numbers of pages."""

from hwpx.oxml.field_marks import field_type_id

from committee.office_files.hwpx_elements import Element, element, paragraph, run, runs, text
from committee.office_files.hwpx_styles import Shapes
from committee.office_files.manuscript import Heading, Style

# What the program itself writes for contents of two levels with a dotted leader and links.
CONTENTS_COMMAND = (
    "TableOfContents:set:140:ContentsMake:uint:31 ContentsStyles:wstring:0: ContentsLevel:int:2 "
    "ContentsAutoTabRight:int:0 ContentsLeader:int:3 ContentsHyperlink:bool:1  "
)
SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def contents(shapes: Shapes, title: str, entries: list[tuple[Style, Heading]]) -> list[Element]:
    """Return the contents as a field: the program renews it with its page numbers when it opens the file."""
    characters = shapes[Style.FRONT_HEADING].characters
    parameters = [
        _parameter("integerParam", "Prop", "8"),
        _parameter("stringParam", "Command", CONTENTS_COMMAND),
    ]
    begin = _begin("contents", "TABLEOFCONTENTS", parameters, editable=1, dirty=1)
    first = paragraph(shapes, Style.FRONT_HEADING, run(characters, begin, text(title)))
    first.set("pageBreak", "1")
    end = paragraph(shapes, Style.AFTER_TABLE, run(characters, _end("contents", "TABLEOFCONTENTS")))
    return [first, *(_entry(shapes, style, heading) for style, heading in entries), end]


def page_of_pages(shapes: Shapes) -> Element:
    characters = shapes[Style.FOOTER].characters
    number, count = (_automatic_number(kind) for kind in ("PAGE", "TOTAL_PAGE"))
    inside = [run(characters, number), run(characters, text(" / ")), run(characters, count)]
    return paragraph(shapes, Style.FOOTER, *inside, shape=shapes.aligned(Style.FOOTER, "end"))


def _entry(shapes: Shapes, style: Style, heading: Heading) -> Element:
    characters = shapes[style].characters
    parameters = [
        _parameter("integerParam", "Prop", "0"),
        _parameter("stringParam", "Command", f"?#{heading.key};0;1;0;"),
        _parameter("stringParam", "Category", "HWPHYPERLINK_TYPE_HWP"),
        _parameter("stringParam", "TargetType", "HWPHYPERLINK_TARGET_OUTLINE"),
        _parameter("stringParam", "DocOpenType", "HWPHYPERLINK_JUMP_CURRENTTAB"),
    ]
    key = f"link-{heading.key}"
    begin = _begin(key, "HYPERLINK", parameters, editable=0, dirty=1)
    number = [run(characters, text(f"{heading.number}  "))] if heading.number else []
    words = [*number, *runs(shapes, style, heading.words)]
    return paragraph(shapes, style, run(characters, begin), *words, run(characters, _end(key, "HYPERLINK")))


def _begin(key: str, kind: str, parameters: list[Element], *, editable: int, dirty: int) -> Element:
    listed = element("parameters", *parameters, cnt=len(parameters), name="")
    begin = element(
        "fieldBegin", listed, id=key, type=kind, name="", editable=editable, dirty=dirty, zorder=-1,
        fieldid=field_type_id(kind), metaTag="",
    )  # fmt: skip
    return element("ctrl", begin)


def _end(key: str, kind: str) -> Element:
    return element("ctrl", element("fieldEnd", beginIDRef=key, fieldid=field_type_id(kind)))


def _parameter(kind: str, name: str, value: str) -> Element:
    made = element(kind, name=name)
    made.text = value
    if value.endswith(" "):
        made.set(SPACE, "preserve")
    return made


def _automatic_number(kind: str) -> Element:
    form = element("autoNumFormat", type="DIGIT", userChar="", prefixChar="", suffixChar="", supscript=0)
    return element("ctrl", element("autoNum", form, num=1, numType=kind))
