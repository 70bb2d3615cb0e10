"""A drawing in place of a photograph: an evening over two cities. It shows no real place."""

import io

from django.core.files.base import ContentFile
from PIL import Image, ImageDraw

from committee.demonstration.cast import Cast
from committee.demonstration.story import Words
from committee.documents.models import Document
from committee.projects.actions import add_project_document
from committee.projects.models import Project

WITHOUT_LANGUAGE = "zxx"
WIDTH, HEIGHT, HORIZON = 1440, 810, 640
SKY, GLOW = (27, 95, 120), (246, 214, 178)
NEAR, FAR, SUN = (34, 39, 46), (91, 101, 112), (214, 112, 78)
# Left edge, width and height of each building.
FAR_BUILDINGS = [(place * 90, 70, 110 + place * 67 % 170) for place in range(16)]
NEAR_BUILDINGS = [(30 + place * 118, 84, 70 + place * 89 % 230) for place in range(12)]
TITLE = Words(
    "미세먼지 핫라인 개통 무렵의 두 도시(그림)",
    "细颗粒物热线开通时的两座城市（图画）",
    "Both cities as the fine dust hotline opened (a drawing)",
)
SHOWS = Words(
    "저녁 하늘 아래 나란히 선 두 도시의 건물들.",
    "暮色中并肩而立的两座城市的楼群。",
    "The buildings of two cities beside each other under an evening sky.",
)


def show(cast: Cast, project: Project) -> None:
    """Attach the drawing to a project, as a photograph would be."""
    add_project_document(
        by=cast.contributor("environment", "seoul"),
        project=project,
        kind=Document.Kind.OTHER,
        language=WITHOUT_LANGUAGE,
        upload=ContentFile(drawing(), name="hotline.png"),
        is_illustrative=True,
        **TITLE.columns("title"),
        **SHOWS.columns("abstract"),
    )


def drawing() -> bytes:
    picture = Image.linear_gradient("L").resize((WIDTH, HEIGHT))
    sky = Image.composite(
        Image.new("RGB", (WIDTH, HEIGHT), GLOW), Image.new("RGB", (WIDTH, HEIGHT), SKY), picture
    )
    pen = ImageDraw.Draw(sky)
    pen.ellipse((620, 400, 780, 560), fill=SUN)
    for colour, foot, buildings in ((FAR, HORIZON, FAR_BUILDINGS), (NEAR, HEIGHT - 60, NEAR_BUILDINGS)):
        for left, width, height in buildings:
            pen.rectangle((left, foot - height, left + width, HEIGHT), fill=colour)
    file = io.BytesIO()
    sky.save(file, "PNG")
    return file.getvalue()
