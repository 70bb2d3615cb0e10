"""A PDF of one page that says it is an example: written by hand, since laying one out takes a second."""

# Fonts that every reader has for these languages, so that none is carried along; and how text is coded.
FONTS = {
    "ko": ("HYSMyeongJo-Medium", "UniKS-UTF16-H", "Korea1"),
    "zh-hans": ("STSong-Light", "UniGB-UTF16-H", "GB1"),
}
FIRST_LINE, LINE, SIZE = 760, 26, 14


def illustrative_pdf(lines: list[str], language: str) -> bytes:
    """Return a page with `lines` in Korean or Chinese; the first one is its title."""
    face, coding, ordering = FONTS[language]
    drawn = "\n".join(
        f"BT /F {SIZE} Tf 60 {FIRST_LINE - LINE * place} Td <{line.encode('utf-16-be').hex()}> Tj ET"
        for place, line in enumerate(lines)
    )
    title = lines[0].encode("utf-16-be").hex()
    return _file(
        [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
            "/Resources << /Font << /F 5 0 R >> >> >>",
            f"<< /Length {len(drawn)} >>\nstream\n{drawn}\nendstream",
            f"<< /Type /Font /Subtype /Type0 /BaseFont /{face} /Encoding /{coding} "
            "/DescendantFonts [6 0 R] >>",
            f"<< /Type /Font /Subtype /CIDFontType0 /BaseFont /{face} /FontDescriptor 7 0 R "
            f"/CIDSystemInfo << /Registry (Adobe) /Ordering ({ordering}) /Supplement 0 >> /DW 1000 >>",
            f"<< /Type /FontDescriptor /FontName /{face} /Flags 6 /FontBBox [0 -200 1000 900] "
            "/ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>",
            f"<< /Title <feff{title}> >>",
        ]
    )


def _file(objects: list[str]) -> bytes:
    """Number the objects, the last of which describes the document, and write the table of their places."""
    body, places = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        places.append(len(body))
        body += f"{number} 0 obj\n{content}\nendobj\n".encode("ascii")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    trailer = f"trailer\n<< /Size {size} /Root 1 0 R /Info {len(objects)} 0 R >>"
    end = f"xref\n0 {size}\n0000000000 65535 f \n{table}{trailer}\nstartxref\n{len(body)}\n%%EOF\n"
    return body + end.encode("ascii")
