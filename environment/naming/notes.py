"""The particulars of rules, which `environment.standards` writes in English, in the reader's language."""

from django.utils.translation import gettext
from django.utils.translation import gettext_noop as _

NOTES = (
    _("The highest sub-index; 50 is added when exactly two pollutants are unhealthy or worse."),
    _("75 is added when three or more pollutants are unhealthy or worse."),
    _("An index needs PM10, PM2.5, NO2 and O3."),
    _("The last band of O3 ends at 0.6 ppm; another table says 0.5."),
    _("Particles enter as C24E, rounded half up; it needs 9 of 12 hours and 3 of the last 4."),
    _("With the addition an index ends at 500."),
    _("Every index value is rounded up to a whole number (6.2)."),
    _("An hour of SO2 above 800 µg/m³ gives no index; the day's mean does."),
    _("Eight hours of O3 above 800 µg/m³ give no index; the hour does."),
    _("A responsible pollutant is named when the index is above 50."),
    _("An hour of particles is judged by the breakpoints of a day."),
    _("An index ends at 500."),
    _("Concentrations are rounded to whole µg/m³, CO to 0.1 mg/m³, half to even (GB/T 8170)."),
    _("Every index value is rounded up to a whole number (4.2.6) and lies between 1 and 500."),
    _("An hour of SO2 above 800 µg/m³ is 200; eight hours of O3 above 800 µg/m³ are 300."),
    _("Where a pollutant is missing, an index is given only when it is above 100."),
    _("A responsible pollutant is named when the index is above 50; equal ones together."),
    _("Concentrations are cut after the last digit of the table, index values rounded half up."),
    _("An hour of SO2 above 304 ppb is 200; what lies above follows from the day's mean."),
    _("An hour of O3 below 0.125 ppm gives no index."),
    _("Above 500 the last band is continued."),
    _("Eight hours of O3 above the table are 300; what lies above follows from the hour."),
    _("Eight hours of O3 had other breakpoints until 2015-12-27: 100 at 0.075 ppm."),
    _("Eight hours of O3 above 0.200 ppm are 300; what lies above follows from the hour."),
)


def note_in_words(text: str) -> str:
    return gettext(text)
