"""Where standards were read, which `environment.standards` writes in English, in the reader's language."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

ORIGINS = (
    _("40 CFR 58 App. G as amended in 2013 (particles) and 2015 (ozone), from memory"),
    _("40 CFR 58 App. G, Table 2, as corrected in 74 FR 30469 (2009-06-26)"),
    _("AirKorea CAI calculator page"),
    _("Caixin, 2013-10-17"),
    _("EPA-454/B-24-002, May 2024: section IV, Table 6, NowCast"),
    _(
        "Framework Act on Environmental Policy, enforcement decree, annex (2023-07-04), as quoted "
        "by heis.busan.go.kr/environmental/air004.aspx"
    ),
    _("Framework Act on Environmental Policy, values of 2015 to 2018, from memory"),
    _("GB 3095-2012 applied early in 74 cities, Beijing among them, from 2013-01-01; date from memory"),
    _("GB 3095-2012 with the amendment announced by the MEE on 2018-08-13 (reference state)"),
    _(
        "GB 3095-2012, table reprinted at onxelh.cn/417/990/1193087 (2023-02-14); class II agrees "
        "with the unchanged rows of GB 3095-2026, Table 1"
    ),
    _("GB 3095-2026, official scan kept in caiyunapp/aqi-hub: Tables 1 and 2, 4.3, 4.4"),
    _("HJ 633-2012, official text: Table 1, 4.2, 4.4, 5.1, 6.2"),
    _(
        "HJ 633-2012, official text: Table 1, 4.2, 4.4, 5.1, 6.2; used in Beijing from 2013 with "
        "GB 3095-2012 (from memory)"
    ),
    _("HJ 633-2026, official scan: Tables 1 to 5, 4.2.2 to 4.2.6, 5.2, 5.3"),
    _("WHO global air quality guidelines 2021, as reprinted at airclim.org/who-air-quality-guidelines"),
    _("Xinhua by a news page of 2017-11-03, on the revision of the end of 2016"),
    _("air.jeju.go.kr, summary of the CAI"),
    _("air.jeju.go.kr, summary of the CAI; PM2.5 by the grades before 2018-03-27; first day from memory"),
    _(
        "air.jeju.go.kr, summary of the CAI; easylaw.go.kr on fine dust forecast grades (in force "
        "2018-03-27); upper ends of the Seoul Open Data Plaza item table; both reproduce "
        "published AirKorea records; AirKorea CAI calculator page"
    ),
    _("easylaw.go.kr on fine dust forecast grades (as of 2023-08-15; in force 2018-03-27)"),
    _(
        "easylaw.go.kr on fine dust forecast grades (in force 2018-03-27); upper ends of the "
        "Seoul Open Data Plaza item table; both reproduce published AirKorea records"
    ),
    _("from memory"),
    _("news of the change of 2018-03-27: 51 and 101 began the grades before it"),
    _("news of the change of 2018-03-27: PM2.5 of 51 was unhealthy and of 101 very unhealthy before it"),
    _("news report of 2024-10-30 quoting the revision of 2023"),
    _("published AirKorea records of 2020"),
    _(
        "stage table of the Clean Air Conservation Act's enforcement rule, as shown by Gyeongnam "
        "province (gyeongnam.go.kr/knhe) and Daegu (air.daegu.go.kr)"
    ),
)


def origin_in_words(text: str) -> str:
    return gettext(text)
