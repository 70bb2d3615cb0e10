"""Settings of the API and of its description."""

from committee.config.environment import SITE_ADDRESS

REST_FRAMEWORK = {
    "DEFAULT_PERMISSION_CLASSES": ["rest_framework.permissions.IsAuthenticated"],
    "DEFAULT_AUTHENTICATION_CLASSES": ["rest_framework.authentication.SessionAuthentication"],
    "DEFAULT_PAGINATION_CLASS": "committee.pages.api_pages.AnswerPages",
    "PAGE_SIZE": 100,
    "DEFAULT_SCHEMA_CLASS": "drf_spectacular.openapi.AutoSchema",
    "DEFAULT_PARSER_CLASSES": [
        "committee.pages.api_bodies.WholeText",
        "rest_framework.parsers.FormParser",
        "rest_framework.parsers.MultiPartParser",
    ],
    "DEFAULT_RENDERER_CLASSES": ["rest_framework.renderers.JSONRenderer"],
    "EXCEPTION_HANDLER": "committee.pages.api_answers.answer_problem",
    "DEFAULT_FILTER_BACKENDS": ["django_filters.rest_framework.DjangoFilterBackend"],
    # HTTPS ends at a proxy, which says whose request it passes on; nobody else is believed.
    "NUM_PROXIES": 1 if SITE_ADDRESS.startswith("https://") else 0,
}
SPECTACULAR_SETTINGS = {
    "TITLE": "Committee tracker",
    "VERSION": "1",
    "SERVE_INCLUDE_SCHEMA": False,
    "ENUM_NAME_OVERRIDES": {
        "BuildStateEnum": "committee.printing.built.Built.State",
        "CommitmentStandingEnum": "committee.commitments.standings.Standing",
        "CommitmentStateEnum": "committee.commitments.models.Commitment.State",
        "CourseEnum": "committee.progress.models.ProgressUpdate.Course",
        "DeliveryStateEnum": "environment.measurements.delivery.Delivery.State",
        "SiteLanguageEnum": "committee.config.settings.LANGUAGES",
        "StateOfTextEnum": "committee.translations.states.State",
        "TextLanguageEnum": "committee.translations.models.SUFFIX_CHOICES",
    },
}
