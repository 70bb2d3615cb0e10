"""A page as `startproject` would serve it, to set a list beside: with Django's own middleware and context.

It has the rows, the cells and the bytes of the list it is compared with (ROWS, CELLS, BARE_PAGE_BYTES): half
of its bytes are the frame that it extends, half are cells whose words come from a list in memory. It asks no
database, translates nothing, knows no reader and links nowhere.
"""

import os
from typing import Any

import django
from django.conf import settings
from django.core.handlers.wsgi import WSGIHandler
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import path

ROWS, CELLS, BYTES = (
    int(os.environ[name]) for name in ("BARE_PAGE_ROWS", "BARE_PAGE_CELLS", "BARE_PAGE_BYTES")
)
FRAME = "<!doctype html><title>{% block title %}{% endblock %}</title>" + "x" * (BYTES // 2)
PAGE = (
    '{% extends "base.html" %}{% block title %}{{ title }}{% endblock %}{% block content %}<table>'
    "{% for row in rows %}<tr>{% for cell in row %}<td>{{ cell }}</td>{% endfor %}</tr>{% endfor %}</table>"
    "{% endblock %}"
)
LOADERS: list[Any] = [
    (
        "django.template.loaders.cached.Loader",
        [
            (
                "django.template.loaders.locmem.Loader",
                {"base.html": FRAME + "{% block content %}{% endblock %}", "list.html": PAGE},
            )
        ],
    )
]

settings.configure(
    SECRET_KEY="only for benchmarks",
    ALLOWED_HOSTS=["127.0.0.1"],
    ROOT_URLCONF=__name__,
    USE_TZ=True,
    INSTALLED_APPS=[
        "django.contrib.admin",
        "django.contrib.auth",
        "django.contrib.contenttypes",
        "django.contrib.sessions",
        "django.contrib.messages",
        "django.contrib.staticfiles",
    ],
    MIDDLEWARE=[
        "django.middleware.security.SecurityMiddleware",
        "django.contrib.sessions.middleware.SessionMiddleware",
        "django.middleware.common.CommonMiddleware",
        "django.middleware.csrf.CsrfViewMiddleware",
        "django.contrib.auth.middleware.AuthenticationMiddleware",
        "django.contrib.messages.middleware.MessageMiddleware",
        "django.middleware.clickjacking.XFrameOptionsMiddleware",
    ],
    TEMPLATES=[
        {
            "BACKEND": "django.template.backends.django.DjangoTemplates",
            "OPTIONS": {
                "context_processors": [
                    "django.template.context_processors.request",
                    "django.contrib.auth.context_processors.auth",
                    "django.contrib.messages.context_processors.messages",
                ],
                "loaders": LOADERS,
            },
        }
    ],
)


def page(request: HttpRequest) -> HttpResponse:
    return render(request, "list.html", {"title": "Projects", "rows": [[WORDS] * CELLS] * ROWS})


WORDS = "x" * max(1, BYTES // 2 // (ROWS * CELLS) - len("<td></td>"))
urlpatterns = [path("", page)]
django.setup()
application = WSGIHandler()
