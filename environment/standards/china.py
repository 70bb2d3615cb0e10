"""China: class II (residential areas) of GB 3095, in its editions and stages."""

import datetime

from environment.standards.limits import Values, by_mass

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

LIMITS = (
    *by_mass(
        "GB 3095-2012 II",
        _OF_2012,
        gases_at="273K",
        source=REMEMBERED,
        verified=False,
        in_force_from=datetime.date(2013, 1, 1),
        in_force_until=datetime.date(2015, 12, 31),
    ),
    *by_mass(
        "GB 3095-2012 II",
        _OF_2012,
        gases_at="273K",
        source=REPRINT_2012,
        verified=True,
        in_force_from=datetime.date(2016, 1, 1),
        in_force_until=datetime.date(2018, 8, 31),
    ),
    *by_mass(
        "GB 3095-2012 II",
        _OF_2012,
        gases_at="298K",
        source=AMENDMENT_2018,
        verified=True,
        in_force_from=datetime.date(2018, 9, 1),
        in_force_until=datetime.date(2026, 2, 28),
    ),
    *by_mass(
        "GB 3095-2026 II, stage 1",
        _STAGE_1,
        gases_at="298K",
        source=SCAN_2026,
        verified=True,
        in_force_from=datetime.date(2026, 3, 1),
        in_force_until=datetime.date(2030, 12, 31),
    ),
    *by_mass(
        "GB 3095-2026 II, stage 2",
        _STAGE_2,
        gases_at="298K",
        source=SCAN_2026,
        verified=True,
        in_force_from=datetime.date(2031, 1, 1),
    ),
)
