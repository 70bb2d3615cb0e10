"""The cities and subcommittees of the Seoul-Beijing Joint Committee, the first that uses this tracker."""

from typing import Any

from committee.cities.models import City

CITIES: tuple[dict[str, Any], ...] = (
    {
        "code": "seoul",
        "country": "KR",
        "name_ko": "서울",
        "name_zh_hans": "首尔",
        "name_en": "Seoul",
        "time_zone": "Asia/Seoul",
        "index_rules": City.IndexRules.KOREA,
    },
    {
        "code": "beijing",
        "country": "CN",
        "name_ko": "베이징",
        "name_zh_hans": "北京",
        "name_en": "Beijing",
        "time_zone": "Asia/Shanghai",
        "index_rules": City.IndexRules.CHINA,
    },
)

SUBCOMMITTEES: tuple[dict[str, Any], ...] = (
    {"code": "economy", "name_ko": "경제", "name_zh_hans": "经济", "name_en": "Economy"},
    {
        "code": "culture",
        "name_ko": "문화·관광",
        "name_zh_hans": "文化旅游",
        "name_en": "Culture and tourism",
    },
    {"code": "education", "name_ko": "교육", "name_zh_hans": "教育", "name_en": "Education"},
    {"code": "environment", "name_ko": "환경", "name_zh_hans": "环境", "name_en": "Environment"},
)
