"""Parts that only some kinds of projects have, named here so that `projects` knows no room above it."""

from django.utils.translation import gettext_lazy as _

# As PROJECT_PANELS, and in front of them: field of the kind → URL name and heading.
PROJECT_PARTS = {
    "has_events": ("project_events", _("Events")),
    "has_research": ("project_research", _("Joint research")),
}

# Pages that show measurements, as URL names: what a study can name as the data it uses.
SERIES_PAGES = [
    "air",
    "air_of_city",
    "station",
    "explorer",
    "air_calendar",
    "air_patterns",
    "air_map",
    "air_effect",
]
