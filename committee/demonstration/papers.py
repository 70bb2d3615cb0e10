"""The documents of the demonstration: a signed text, a paper for the next meeting, papers of the library."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any

from django.core.files.base import ContentFile

from committee.agendas.actions import add_item_document
from committee.agreements.actions import add_agreement_document
from committee.agreements.models import Agreement
from committee.demonstration.cast import Cast
from committee.demonstration.story import BEIJING, SEOUL, Words
from committee.documents.actions import add_file, store_document
from committee.documents.models import Document

KOREAN, CHINESE = "ko", "zh-hans"
# Written by `python -m tools.illustrative_papers`: laying a page out takes longer than all the rest.
FILES = Path(__file__).parent / "files"
NEXT_MEETING = 4
SIGNED_TEXT = Words(
    "환경 분야 업무협약 서명본",
    "环境领域合作谅解备忘录签署文本",
    "Signed text of the environment MOU",
)
NEXT_PAPER = Words(
    "제4차 전체회의 의제 검토안",
    "第四次全体会议议题讨论稿",
    "Draft paper on the agenda of the fourth general meeting",
)
NEXT_PAPER_SAYS = Words(
    "제3차 전체회의 이후의 이행 상황, 분과별 안건, 다음 회의 날짜를 차례로 다룬다.",
    "依次讨论第三次全体会议以来的落实情况、各小组议题和下次会议日期。",
    "What was done since the third meeting, the points of each subcommittee, the date of the next one.",
)


@dataclass(frozen=True)
class Paper:
    """A paper that one city puts into the library, in its own language."""

    city: str
    language: str
    stored_as: str
    file_name: str
    kind: Document.Kind
    topic: Document.Topic
    year: int
    title: Words
    abstract: Words


PAPERS = (
    Paper(
        SEOUL,
        KOREAN,
        "seasonal-management",
        "서울시 미세먼지 계절관리 사례.pdf",
        Document.Kind.CASE,
        Document.Topic.AIR,
        2020,
        Words(
            "서울시 미세먼지 계절관리: 조치와 경험",
            "首尔市细颗粒物季节管理：措施与经验",
            "Seasonal management of fine dust in Seoul: measures and experience",
        ),
        Words(
            "12월부터 3월까지 시행하는 운행 제한, 난방과 사업장 관리의 내용과 시행하며 배운 점을 소개한다.",
            "介绍每年12月至次年3月实施的车辆限行、采暖和企业管理措施，以及实施中的经验。",
            "What is done from December to March about traffic, heating and works, and what was learnt.",
        ),
    ),
    Paper(
        BEIJING,
        CHINESE,
        "vehicle-emissions",
        "北京市机动车排放治理经验.pdf",
        Document.Kind.STUDY,
        Document.Topic.TRANSPORT,
        2019,
        Words(
            "베이징시 자동차 배출 관리 경험",
            "北京市机动车排放治理经验",
            "Experience with the control of vehicle emissions in Beijing",
        ),
        Words(
            "배출 기준 강화, 노후 차량 조기 폐차, 신에너지차 보급의 순서와 효과를 정리한다.",
            "梳理提高排放标准、淘汰老旧车辆、推广新能源汽车的步骤和成效。",
            "The order and the effect of stricter standards, early scrapping and new-energy vehicles.",
        ),
    ),
)


def file_signed_text(cast: Cast, agreement: Agreement) -> None:
    """Attach the Korean and the Chinese scan of the environment MOU."""
    document = add_agreement_document(
        by=cast.secretariat,
        agreement=agreement,
        kind=Document.Kind.SIGNED_TEXT,
        signed_on=agreement.signed_on,
        language=KOREAN,
        upload=_pdf("memorandum-ko", "환경 업무협약 서명본.pdf"),
        is_illustrative=True,
        **SIGNED_TEXT.columns("title"),
    )
    scan = _pdf("memorandum-zh", "环境备忘录签署文本.pdf")
    add_file(by=cast.secretariat, document=document, language=CHINESE, upload=scan)


def prepare_next_meeting(cast: Cast) -> None:
    """Attach a draft to the first point of the agenda, which Seoul has not released yet."""
    add_item_document(
        by=cast.secretariat,
        item=cast.meetings[NEXT_MEETING].agenda.earliest("position"),
        city=cast.cities[SEOUL],
        readers=Document.Readers.ONE_CITY,
        language=KOREAN,
        upload=_pdf("next-agenda", "의제 검토안.pdf"),
        is_illustrative=True,
        **NEXT_PAPER.columns("title"),
    )


def fill_library(cast: Cast) -> None:
    for paper in PAPERS:
        store_document(
            by=cast.contributor("environment", paper.city),
            subcommittee=cast.subcommittees["environment"],
            **_described(cast, paper),
        )


def _described(cast: Cast, paper: Paper) -> dict[str, Any]:
    return {
        "city": cast.cities[paper.city],
        "kind": paper.kind,
        "topic": paper.topic,
        "year": paper.year,
        "language": paper.language,
        "upload": _pdf(paper.stored_as, paper.file_name),
        "is_illustrative": True,
        **paper.title.columns("title"),
        **paper.abstract.columns("abstract"),
    }


def _pdf(stored_as: str, name: str) -> "ContentFile[bytes]":
    return ContentFile((FILES / f"{stored_as}.pdf").read_bytes(), name=name)
