"""Take the README's pictures from the running demonstration: a page, and the report in three languages.

Run `make run`, then in another shell `make pictures`.
"""

import os
import re
import subprocess
import tempfile
from pathlib import Path

from PIL import Image
from playwright.sync_api import Page, sync_playwright

from tools.serve import SIGN_INS

ADDRESS = f"http://127.0.0.1:{os.environ.get('PORT', '8000')}"
PICTURES = Path(__file__).resolve().parent.parent / "docs" / "pictures"
CHROMIUM = "/usr/bin/chromium"
MEMBER = "lead.environment.seoul"
LANGUAGES = ("ko", "zh-hans", "en")
# The cover, and the summary behind contents and messages.
REPORT_PAGES = (1, 7)
PAGE_WIDTH = 420
GAP = 12


def sign_in(page: Page) -> None:
    password = re.search(r"password:?\s+(\S+)", SIGN_INS.read_text(encoding="utf-8"), re.IGNORECASE)
    if password is None:
        raise SystemExit(f"No password in {SIGN_INS}. Start the demonstration with make run first.")
    page.goto(f"{ADDRESS}/en/account/login/")
    page.fill("[name=login]", MEMBER)
    page.fill("[name=password]", password[1])
    page.press("[name=password]", "Enter")
    page.wait_for_url("**/en/")


def picture_of_a_page(page: Page) -> None:
    page.goto(f"{ADDRESS}/en/commitments/?q=hotline")
    page.click("#rows tbody a")
    page.wait_for_load_state("networkidle")
    page.screenshot(path=PICTURES / "page.png", clip={"x": 0, "y": 0, "width": 1280, "height": 860})


def report_of(page: Page, language: str, folder: Path) -> Path:
    page.goto(f"{ADDRESS}/{language}/reports/?language={language}&state=ready")
    page.click("#rows tbody a")
    with page.expect_download() as download:
        page.click("a[download], a[href$='/pdf/'], a[href$='/download/']")
    target = folder / f"{language}.pdf"
    download.value.save_as(target)
    return target


def pages_of(pdf: Path) -> list[Image.Image]:
    pictures: list[Image.Image] = []
    for number in REPORT_PAGES:
        stem = pdf.with_name(f"{pdf.stem}-{number}")
        limits = ["-f", str(number), "-l", str(number), "-scale-to-x", str(PAGE_WIDTH), "-scale-to-y", "-1"]
        subprocess.run(["pdftoppm", "-png", "-singlefile", *limits, str(pdf), str(stem)], check=True)
        pictures.append(Image.open(stem.with_suffix(".png")))
    return pictures


def side_by_side(rows: list[list[Image.Image]]) -> Image.Image:
    """Return one picture: a column a language, a row a page."""
    height = max(picture.height for row in rows for picture in row)
    size = (len(rows) * (PAGE_WIDTH + GAP) + GAP, len(rows[0]) * (height + GAP) + GAP)
    sheet = Image.new("RGB", size, "#d9dfe5")
    for column, pictures in enumerate(rows):
        for row, picture in enumerate(pictures):
            sheet.paste(picture, (GAP + column * (PAGE_WIDTH + GAP), GAP + row * (height + GAP)))
    return sheet


def main() -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    quiet = ["--no-sandbox", "--disable-gpu", "--disable-background-networking", "--no-first-run"]
    with sync_playwright() as playwright, tempfile.TemporaryDirectory() as folder:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=quiet)
        page = browser.new_page(viewport={"width": 1280, "height": 900})
        sign_in(page)
        picture_of_a_page(page)
        reports = [pages_of(report_of(page, language, Path(folder))) for language in LANGUAGES]
        side_by_side(reports).save(PICTURES / "report.png", optimize=True)
        browser.close()


if __name__ == "__main__":
    main()
