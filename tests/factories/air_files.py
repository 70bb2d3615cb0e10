"""Small files in the formats of both cities, with invented figures."""

from collections.abc import Iterable
from pathlib import Path

CITY_SITE_STATIONS = ("东四", "天坛")
HOURLY_HEADING = (
    '"측정일시","권역코드","권역명","측정소코드","측정소명","미세먼지 1시간(㎍/㎥)","미세먼지 24시간(㎍/㎥)",'
    '"초미세먼지(㎍/㎥)","오존(ppm)","이산화질소농도(ppm)","일산화탄소농도(ppm)","아황산가스농도(ppm)"'
)
CITY_MEAN_HEADING = ",일시,초미세먼지,미세먼지,오존,이산화탄소,일산화탄소,아황산가스"
PRSA_HEADING = (
    '"No","year","month","day","hour","PM2.5","PM10","SO2","NO2","CO","O3",'
    '"TEMP","PRES","DEWP","RAIN","wd","WSPM","station"'
)
DAILY_HEADING = (
    "측정일시,측정소명,이산화질소농도(ppm),오존농도(ppm),이산화탄소농도(ppm),"
    "아황산가스(ppm),미세먼지(㎍/㎥),초미세먼지(㎍/㎥)"
)


def written(path: Path, lines: Iterable[str], encoding: str = "utf-8") -> Path:
    """Write lines below each other and return the path."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes("\n".join([*lines, ""]).encode(encoding))
    return path


def city_site(path: Path, *rows: str, stations: Iterable[str] = CITY_SITE_STATIONS) -> Path:
    return written(path, [",".join(["date", "hour", "type", *stations]), *rows])


def seoul_hourly(path: Path, *rows: str) -> Path:
    return written(path, [HOURLY_HEADING, *rows])


def hourly_row(label: str, station: str = "종로구", pm25: object = 20, pm10: object = 40) -> str:
    return (
        f'"{label}","100","도심권","111123","{station}","{pm10}","41","{pm25}","0.016","0.034","0.6","0.003"'
    )


def city_mean(path: Path, *rows: str) -> Path:
    return written(path, [CITY_MEAN_HEADING, *rows])


def prsa(path: Path, *rows: str) -> Path:
    return written(path, [PRSA_HEADING, *rows])


def prsa_row(
    day: int,
    hour: int,
    pm25: object = 50,
    co: object = 500,
    station: str = "Dongsi",
    weather: str = '-1.8,1021,-4.6,0,"SE",0.4',
) -> str:
    """Return a row; `weather` is temperature, pressure, dew point, rain, the wind's origin, its speed."""
    return f'1,2016,5,{day},{hour},{pm25},80,5,28,{co},46,{weather},"{station}"'


def seoul_daily(path: Path, *rows: str, heading: str = DAILY_HEADING) -> Path:
    return written(path, [heading, *rows], encoding="cp949")
