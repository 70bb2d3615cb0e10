"""What the file of the cities holds."""

from committee.cities.models import City
from committee.languages.wording import columns
from committee.pages.columns import columns_of

CITY_COLUMNS = columns_of(City, *columns("name"), "code", "time_zone", "index_rules")
