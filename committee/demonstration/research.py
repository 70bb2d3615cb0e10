"""The joint research of the demonstration: institutes, researchers by number, studies; all invented."""

from dataclasses import dataclass

from committee.demonstration.cast import Cast
from committee.demonstration.story import BEIJING, SEOUL, Words, day
from committee.projects.models import Project
from committee.research.actions import add_institute, add_researcher, add_study
from committee.research.models import Institute, Study


@dataclass(frozen=True)
class House:
    """An institute of a city; its researchers are told by their tasks alone."""

    city: str
    name: Words
    tasks: tuple[Words, ...]


OBSERVATION = Words("관측 자료 분석", "观测数据分析", "Analysis of measurements")
MODELLING = Words("대기질 모델링", "空气质量模拟", "Air-quality modelling")
SOURCES = Words("배출원 조사", "排放源调查", "Survey of sources")
HOUSES = (
    House(
        SEOUL,
        Words(
            "서울특별시 보건환경연구원",
            "首尔特别市保健环境研究院",
            "Seoul Institute of Health and Environment",
        ),
        (OBSERVATION, MODELLING),
    ),
    House(
        BEIJING,
        Words(
            "베이징시 환경보호과학연구원",
            "北京市环境保护科学研究院",
            "Beijing Academy of Environmental Protection",
        ),
        (OBSERVATION, SOURCES),
    ),
)
COMPARISON = Words(
    "두 도시 초미세먼지 농도의 계절별 비교",
    "两市细颗粒物浓度的季节对比",
    "Fine dust in both cities, season by season",
)
COMPARISON_ASKS = Words(
    "겨울철 고농도가 두 도시에서 같은 시기에 나타나는가?",
    "两市冬季的高浓度是否同期出现？",
    "Do days with much fine dust in winter fall together in both cities?",
)
COMPARISON_USES = Words(
    "두 도시 모든 측정소의 초미세먼지 일평균",
    "两市全部站点的细颗粒物日均值",
    "Daily means of fine dust at all stations of both cities",
)
COMPARISON_SERIES = "air/calendar/?pollutant=pm25"
COMPOUNDS = Words("휘발성유기화합물과 오존", "挥发性有机物与臭氧", "Volatile organic compounds and ozone")


def set_up_research(cast: Cast, project: Project) -> None:
    """Enter who takes part, a published study with the measurements it used, and one under way."""
    institutes = [_take_part(cast, project, house) for house in HOUSES]
    add_study(
        by=cast.secretariat,
        project=project,
        institutes=institutes,
        series=COMPARISON_SERIES,
        state=Study.State.PUBLISHED,
        starts_on=day("2018-11-01"),
        published_on=day("2019-12-10"),
        is_illustrative=True,
        **COMPARISON.columns("title"),
        **COMPARISON_ASKS.columns("question"),
        **COMPARISON_USES.columns("used"),
    )
    add_study(
        by=cast.secretariat,
        project=project,
        institutes=institutes[1:],
        state=Study.State.UNDER_WAY,
        starts_on=day("2020-01-06"),
        is_illustrative=True,
        **COMPOUNDS.columns("title"),
    )


def _take_part(cast: Cast, project: Project, house: House) -> Institute:
    institute = add_institute(
        by=cast.secretariat,
        project=project,
        city=cast.cities[house.city],
        is_illustrative=True,
        **house.name.columns("name"),
    )
    for place, task in enumerate(house.tasks, start=1):
        name = Words(f"연구원 {place}", f"研究员{place}", f"Researcher {place}")
        add_researcher(
            by=cast.secretariat,
            institute=institute,
            heads=place == 1,
            is_illustrative=True,
            **name.columns("name"),
            **task.columns("task"),
        )
    return institute
