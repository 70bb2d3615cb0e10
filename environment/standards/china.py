"""China: classes II (residential areas) and I (nature reserves) of GB 3095, in its editions and stages."""

import datetime

from environment.standards.limits import Limit, Values, by_mass

REPRINT_2012 = (
    "GB 3095-2012, table reprinted at onxelh.cn/417/990/1193087 (2023-02-14); "
    "class II agrees with the unchanged rows of GB 3095-2026, Table 1"
)
AMENDMENT_2018 = "GB 3095-2012 with the amendment announced by the MEE on 2018-08-13 (reference state)"
SCAN_2026 = "GB 3095-2026, official scan kept in caiyunapp/aqi-hub: Tables 1 and 2, 4.3, 4.4"
REMEMBERED = "GB 3095-2012 applied early in 74 cities, Beijing among them, from 2013-01-01; date from memory"

_GASES: Values = {
    "so2": {"year": 60, "day": 150, "hour": 500},
    "no2": {"year": 40, "day": 80, "hour": 200},
    "co": {"day": 4, "hour": 10},
    "o3": {"8h": 160, "hour": 200},
}
_OF_2012: Values = {**_GASES, "pm10": {"year": 70, "day": 150}, "pm25": {"year": 35, "day": 75}}
_STAGE_1: Values = {**_GASES, "pm10": {"year": 60, "day": 120}, "pm25": {"year": 30, "day": 60}}
_STAGE_2: Values = {
    "so2": {"year": 20, "day": 50, "hour": 150},
    "no2": {"year": 30, "day": 50, "hour": 200},
    "co": {"day": 4, "hour": 10},
    "o3": {"8h": 160, "hour": 200},
    "pm10": {"year": 50, "day": 100},
    "pm25": {"year": 25, "day": 50},
}

_GASES_I: Values = {
    "so2": {"year": 20, "day": 50, "hour": 150},
    "no2": {"year": 40, "day": 80, "hour": 200},
    "co": {"day": 4, "hour": 10},
    "o3": {"8h": 100, "hour": 160},
}
_OF_2012_I: Values = {**_GASES_I, "pm10": {"year": 40, "day": 50}, "pm25": {"year": 15, "day": 35}}
_STAGE_2_I: Values = {
    **_GASES_I,
    "no2": {"year": 30, "day": 50, "hour": 200},
    "pm10": {"year": 20, "day": 50},
    "pm25": {"year": 10, "day": 25},
}


def _editions(name: str, of_2012: Values, stage_1: Values, stage_2: Values) -> tuple[Limit, ...]:
    """Return the limits of one class; particles and gases of an edition are in force on the same days."""
    old, new = f"GB 3095-2012 {name}", f"GB 3095-2026 {name}"
    first, amended = datetime.date(2013, 1, 1), datetime.date(2018, 9, 1)
    return (
        *_dated(old, of_2012, "273K", REMEMBERED, first, datetime.date(2015, 12, 31), verified=False),
        *_dated(old, of_2012, "273K", REPRINT_2012, datetime.date(2016, 1, 1), amended - _DAY),
        *_dated(old, of_2012, "298K", AMENDMENT_2018, amended, datetime.date(2026, 2, 28)),
        *_dated(
            f"{new}, stage 1",
            stage_1,
            "298K",
            SCAN_2026,
            datetime.date(2026, 3, 1),
            datetime.date(2030, 12, 31),
        ),
        *_dated(f"{new}, stage 2", stage_2, "298K", SCAN_2026, datetime.date(2031, 1, 1), None),
    )


def _dated(
    standard: str,
    values: Values,
    gases_at: str,
    source: str,
    since: datetime.date,
    until: datetime.date | None,
    verified: bool = True,
) -> tuple[Limit, ...]:
    return by_mass(
        standard,
        values,
        gases_at=gases_at,
        source=source,
        verified=verified,
        in_force_from=since,
        in_force_until=until,
    )


_DAY = datetime.timedelta(days=1)
LIMITS = _editions("II", _OF_2012, _STAGE_1, _STAGE_2)
# Class I changes its particles and NO2 in the second stage only.
LIMITS_OF_CLASS_I = _editions("I", _OF_2012_I, _OF_2012_I, _STAGE_2_I)
