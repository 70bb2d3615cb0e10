"""How pages and fields are drawn, and the words that templates know."""

from typing import Any

from committee.config.environment import PROJECT_FOLDER

_PARTIAL_LOADERS = [
    (
        "template_partials.loader.Loader",
        [
            (
                "django.template.loaders.cached.Loader",
                [
                    "django.template.loaders.filesystem.Loader",
                    "django.template.loaders.app_directories.Loader",
                ],
            )
        ],
    )
]

TEMPLATES: list[dict[str, Any]] = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [PROJECT_FOLDER / "templates"],
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.template.context_processors.i18n",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
                "committee.pages.context.page",
            ],
            "loaders": _PARTIAL_LOADERS,
            "builtins": [
                "django.templatetags.i18n",
                "django.templatetags.static",
                "template_partials.templatetags.partials",
                "committee.pages.template_words",
                "committee.workdays.template_words",
                "committee.archive.template_words",
                "committee.translations.template_words",
            ],
            "libraries": {
                "agenda_words": "committee.agendas.template_words",
                "follow_up_words": "committee.follow_ups.template_words",
                "public_words": "committee.public_part.template_words",
                "event_words": "committee.events.template_words",
                "amounts": "committee.budgets.amounts",
                "commitment_words": "committee.commitments.template_words",
                "agreement_words": "committee.agreements.template_words",
                "project_words": "committee.projects.template_words",
                "minutes_words": "committee.minutes.template_words",
                "delegation_words": "committee.delegations.template_words",
                "programme_words": "committee.programmes.template_words",
                "report_words": "committee.printing.template_words",
                "air_words": "environment.measurements.template_words",
                "alert_words": "environment.alerts.template_words",
                "hotline_words": "environment.explorer.template_words",
                "index_words": "environment.indices.template_words",
                "calendar_words": "committee.calendar.template_words",
                "checklist_words": "committee.checklists.template_words",
            },
        },
    },
]

# Fields are drawn with templates/django/forms where there is one, with Django's own otherwise.
FORM_RENDERER = "django.forms.renderers.TemplatesSetting"
