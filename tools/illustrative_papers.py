"""Write the files of the demonstration's documents, each marked as an example.

Run `python -m tools.illustrative_papers` after their words have changed.
"""

import datetime
import os
from dataclasses import dataclass
from html import escape

import django

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "committee.config.settings")
django.setup()

# Django must be set up before its models are imported.
from committee.demonstration import memorandum  # noqa: E402
from committee.demonstration.environment import ENVIRONMENT  # noqa: E402
from committee.demonstration.papers import FILES, KOREAN, NEXT_PAPER, NEXT_PAPER_SAYS, PAPERS  # noqa: E402
from committee.demonstration.story import Words  # noqa: E402
from committee.printing.pdf import write_pdf  # noqa: E402
from committee.typesetting.conformance import Title  # noqa: E402

MADE_ON = datetime.date(2018, 3, 19)
FACES = {"ko": "Noto Sans KR", "zh-Hans": "Noto Sans SC"}
MARK = {
    "ko": "예시 문서입니다. 실제로 서명하거나 발간한 글이 아닙니다.",
    "zh-Hans": "示例文件，并非实际签署或发布的文本。",
}
PAGE = """<!doctype html>
<html lang="{language}"><head><meta charset="utf-8"><title>{title}</title><style>
@page {{ size: A4; margin: 30mm 25mm }}
body {{ font-family: "{face}"; font-size: 11pt; line-height: 1.7 }}
h1 {{ font-size: 17pt }} h2 {{ font-size: 12pt; margin-bottom: 0 }} p {{ margin-top: 2mm }}
.mark {{ border: 1pt dashed #7a4f00; color: #7a4f00; padding: 2mm 4mm }}
</style></head><body><p class="mark">{mark}</p><h1>{title}</h1>{body}</body></html>"""


@dataclass(frozen=True)
class Sheet:
    """One page in one language: a title, and paragraphs each with its heading or without one."""

    stored_as: str
    language: str
    title: str
    paragraphs: tuple[tuple[str, str], ...]

    def html(self) -> str:
        body = "".join(
            f"<h2>{escape(heading)}</h2><p>{escape(text)}</p>" if heading else f"<p>{escape(text)}</p>"
            for heading, text in self.paragraphs
        )
        return PAGE.format(
            language=self.language,
            face=FACES[self.language],
            mark=MARK[self.language],
            title=escape(self.title),
            body=body,
        )


def sheets() -> list[Sheet]:
    signed = [("memorandum-ko", "ko"), ("memorandum-zh", "zh-Hans")]
    articles = [(undertaking.project, undertaking.promise) for undertaking in ENVIRONMENT.undertakings]
    return [
        *(
            Sheet(
                stored_as,
                language,
                _in(memorandum.TITLE, language),
                (
                    ("", _in(memorandum.TEXT, language)),
                    *((_in(name, language), _in(text, language)) for name, text in articles),
                    *(("", _in(name, language)) for name in memorandum.SIGNATORIES.values()),
                ),
            )
            for stored_as, language in signed
        ),
        Sheet("next-agenda", "ko", NEXT_PAPER.ko, (("", NEXT_PAPER_SAYS.ko),)),
        *(
            Sheet(
                paper.stored_as, language, _in(paper.title, language), (("", _in(paper.abstract, language)),)
            )
            for paper in PAPERS
            for language in ["ko" if paper.language == KOREAN else "zh-Hans"]
        ),
    ]


def _in(words: Words, language: str) -> str:
    return words.ko if language == "ko" else words.zh_hans


if __name__ == "__main__":
    FILES.mkdir(exist_ok=True)
    for sheet in sheets():
        title = Title(sheet.title, "", sheet.language, MADE_ON)
        pdf = write_pdf(sheet.html(), title, is_numbered=False)
        (FILES / f"{sheet.stored_as}.pdf").write_bytes(pdf.file)
