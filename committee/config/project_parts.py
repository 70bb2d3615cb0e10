"""What rooms above show on the page of a project, named here so that `projects` knows none of them."""

from django.utils.translation import gettext_lazy as _

# Pages about a project that are loaded into its own: URL name → heading. Each takes the project's id.
PROJECT_PANELS = {
    "project_budget": _("Budget"),
    "project_air": _("Air quality"),
    "latest_messages": _("Discussion"),
}

# The same for parts that only some kinds have, in front of the others: field of the kind → name and heading.
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
