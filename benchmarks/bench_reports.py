"""Reports of some 40, 100 and 200 pages with 30 charts, beside headless Chromium printing the same HTML.

Each is printed by a fresh process, with no chart drawn and no chapter laid out before. Given are times of
the clock and of all processors together: another program on the machine lengthens the first alone.
"""

import contextlib
import json
import os
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import asdict, dataclass, replace
from pathlib import Path

import django

django.setup()

from django.core.cache import caches  # noqa: E402 - Django must be set up before anything is printed

from benchmarks.long_report import long_report  # noqa: E402
from committee.printing.charts import chart_svg  # noqa: E402
from committee.printing.content import Chart, Paragraph, Report  # noqa: E402
from committee.printing.layout import report_html  # noqa: E402
from committee.printing.pdf import own_files  # noqa: E402
from committee.printing.press import print_report  # noqa: E402
from committee.printing.snapshot import walk  # noqa: E402
from committee.typesetting.own_files import font_faces  # noqa: E402

DATABASES = ("sqlite",)
CHAPTERS, OF_100_PAGES, CHARTS = (3, 8, 16), 8, 30
CHROMIUM = [
    "/usr/bin/chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-pdf-header-footer",
]
PAGE_KILOBYTES = os.sysconf("SC_PAGE_SIZE") // 1024


@dataclass(frozen=True)
class Taken:
    """What one print took; the memory is the most that a single process of it had."""

    pages: int
    seconds: float
    worked: float
    megabytes: float
    kilobytes: int


def main() -> None:
    print(f"{len(os.sched_getaffinity(0))} processors, load {os.getloadavg()[0]:.1f}")
    print(f"{'':18}{'pages':>6}{'s':>8}{'ms/page':>9}{'worked, s':>11}{'ms/page':>9}{'MB':>6}{'kB':>8}")
    for chapters in CHAPTERS:
        ours, theirs = afresh("ours", chapters), afresh("chromium", chapters)
        show("ours", ours)
        show("Chromium", theirs)
        show_ratio(ours, theirs, "for 100 pages 1.7 of the clock on 4 processors, 3.3 of the work")
    one, four = afresh("ours", OF_100_PAGES), four_at_once()
    show("one edition", one)
    show("four at once", four)
    show_ratio(four, one, "1.2 of the clock on 4 processors; with fewer the work decides")
    show("a chapter changed", afresh("changed", OF_100_PAGES))
    print(f"a chart, warm: {1000 * seconds_a_chart():.0f} ms (goal: 100)")


def show(name: str, taken: Taken) -> None:
    clock, work = (1000 * each / taken.pages for each in (taken.seconds, taken.worked))
    print(
        f"{name:18}{taken.pages:6}{taken.seconds:8.1f}{clock:9.0f}{taken.worked:11.1f}{work:9.0f}"
        f"{taken.megabytes:6.0f}{taken.kilobytes:8,}",
        flush=True,
    )


def show_ratio(taken: Taken, beside: Taken, goal: str) -> None:
    clock, work = taken.seconds / beside.seconds, taken.worked / beside.worked
    print(f"{'  ratio':24}{clock:8.2f}{'':9}{work:11.2f}  (goal: {goal})", flush=True)


def afresh(manner: str, chapters: int) -> Taken:
    """Let a process of its own measure itself, with an empty folder for what it keeps."""
    with tempfile.TemporaryDirectory(prefix="committee-bench-") as folder:
        said = subprocess.run(
            [sys.executable, "-m", "benchmarks.bench_reports", manner, str(chapters)],
            env={**os.environ, "STATE_FOLDER": folder},
            stdout=subprocess.PIPE,
            check=True,
        )
    return Taken(**json.loads(said.stdout))


def four_at_once() -> Taken:
    """Return the time until the last of four is ready, and the work of all; pages and size of one."""
    started = time.perf_counter()
    with ThreadPoolExecutor(4) as pool:
        all_four = list(pool.map(afresh, ["ours"] * 4, [OF_100_PAGES] * 4))
    return replace(
        all_four[0],
        seconds=time.perf_counter() - started,
        worked=sum(each.worked for each in all_four),
        megabytes=max(each.megabytes for each in all_four),
    )


def measured(act: Callable[[], tuple[int, int]]) -> Taken:
    """Measure this process and those it starts; `act` returns pages and bytes."""
    started, worked = time.perf_counter(), work_so_far()
    pages, size = act()
    memory = max(
        resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    )
    return Taken(pages, time.perf_counter() - started, work_so_far() - worked, memory / 1024, size // 1024)


def work_so_far() -> float:
    return sum(os.times()[:4])


def ours(report: Report) -> tuple[int, int]:
    pdf = print_report(report)
    return pdf.pages, len(pdf.file)


def chromium(html: str, folder: Path) -> Taken:
    source, printed = folder / "report.html", folder / "report.pdf"
    source.write_text(html, encoding="utf-8")
    words = [*CHROMIUM, f"--user-data-dir={folder}", f"--print-to-pdf={printed}", source.as_uri()]
    started = time.perf_counter()
    worked, megabytes = watched(words)
    seconds = time.perf_counter() - started
    said = subprocess.run(["pdfinfo", printed], capture_output=True, text=True, check=True).stdout
    [pages] = [line.split()[1] for line in said.splitlines() if line.startswith("Pages:")]
    return Taken(int(pages), seconds, worked, megabytes, printed.stat().st_size // 1024)


def watched(words: Sequence[str]) -> tuple[float, float]:
    """Run a program; return the work of all its processes, and the most memory that one of them had.

    They are looked at twenty times a second: a browser's own processes are not waited for by anybody.
    """
    ticks: dict[str, int] = {}
    kilobytes = 0
    quietly = subprocess.DEVNULL
    with subprocess.Popen(words, start_new_session=True, stdout=quietly, stderr=quietly) as browser:
        while browser.poll() is None:
            for process in Path("/proc").glob("[0-9]*"):
                with contextlib.suppress(OSError):
                    fields = (process / "stat").read_text().rpartition(") ")[2].split()
                    if fields[3] == str(browser.pid):
                        ticks[process.name] = int(fields[11]) + int(fields[12])
                        kilobytes = max(kilobytes, int(fields[21]) * PAGE_KILOBYTES)
            time.sleep(0.05)
    return sum(ticks.values()) / os.sysconf("SC_CLK_TCK"), kilobytes / 1024


def html_for_chromium(report: Report, folder: Path) -> str:
    """Return the page with stylesheet and fonts where a browser finds them; charts are drawn already."""
    files = own_files()
    faces = font_faces()
    for address, path in files.fonts_by_address().items():
        faces = faces.replace(address, path.resolve().as_uri())
    stylesheet = folder / "print.css"
    stylesheet.write_text(f"{faces}\n{files.stylesheet.read_text(encoding='utf-8')}", encoding="utf-8")
    return report_html(report, stylesheet=stylesheet.as_uri())


def with_a_chapter_changed(report: Report) -> Report:
    first, *others = report.sections
    changed = replace(first, blocks=(Paragraph("바뀐 문장입니다."), *first.blocks))
    return replace(report, sections=(changed, *others))


def seconds_a_chart() -> float:
    charts = [part for part in walk(long_report(OF_100_PAGES, CHARTS)) if isinstance(part, Chart)]
    chart_svg(charts[0].spec, "ko")
    caches["charts"].clear()
    started = time.perf_counter()
    for chart in charts:
        chart_svg(chart.spec, "ko")
    return (time.perf_counter() - started) / len(charts)


def measure(manner: str, chapters: int) -> Taken:
    report = long_report(chapters, CHARTS)
    if manner == "ours":
        return measured(lambda: ours(report))
    if manner == "changed":
        ours(report)
        return measured(lambda: ours(with_a_chapter_changed(report)))
    with tempfile.TemporaryDirectory(prefix="committee-bench-") as name:
        folder = Path(name)
        return chromium(html_for_chromium(report, folder), folder)


def run(words: Sequence[str]) -> None:
    if not words:
        return main()
    print(json.dumps(asdict(measure(words[0], int(words[1])))))


if __name__ == "__main__":
    run(sys.argv[1:])
