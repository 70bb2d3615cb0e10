"""Django's settings. What an operator may change is in `environment.py`, everything else is fixed here."""

from typing import Any

import django_stubs_ext
from django.utils.translation import gettext_lazy as _

from committee.config import environment
from committee.config.caches import CACHES as CACHES
from committee.config.calendar import CALENDAR_SOURCES as CALENDAR_SOURCES
from committee.config.calendar import PUBLIC_CALENDAR_KINDS as PUBLIC_CALENDAR_KINDS
from committee.config.content_security import CONTENT_SECURITY_POLICY as CONTENT_SECURITY_POLICY
from committee.config.databases import DATABASES as DATABASES
from committee.config.environment import AGREEMENT_EXPIRY_MONTHS as AGREEMENT_EXPIRY_MONTHS
from committee.config.environment import AIR_FILE_MEGABYTES as AIR_FILE_MEGABYTES
from committee.config.environment import AIRKOREA_API_ADDRESS as AIRKOREA_API_ADDRESS
from committee.config.environment import AIRKOREA_API_KEY as AIRKOREA_API_KEY
from committee.config.environment import ALERT_REMINDER_HOURS as ALERT_REMINDER_HOURS
from committee.config.environment import CONFIRMATION_REMINDER_DAYS as CONFIRMATION_REMINDER_DAYS
from committee.config.environment import DELIVERY_SILENCE_SECONDS as DELIVERY_SILENCE_SECONDS
from committee.config.environment import DEMONSTRATION as DEMONSTRATION
from committee.config.environment import DOCUMENT_MEGABYTES as DOCUMENT_MEGABYTES
from committee.config.environment import GAP_DAYS as GAP_DAYS
from committee.config.environment import GAP_GRACE_HOURS as GAP_GRACE_HOURS
from committee.config.environment import IMPORT_DAYS as IMPORT_DAYS
from committee.config.environment import MACHINE_TRANSLATION as MACHINE_TRANSLATION
from committee.config.environment import MINUTES_ANSWER_DAYS as MINUTES_ANSWER_DAYS
from committee.config.environment import MINUTES_REMINDER_DAYS as MINUTES_REMINDER_DAYS
from committee.config.environment import ONE_SIDED_DAYS as ONE_SIDED_DAYS
from committee.config.environment import PRINT_DAYS as PRINT_DAYS
from committee.config.environment import PROJECT_FOLDER, REDIS_URL, STATE_FOLDER
from committee.config.environment import PUBLIC_PART as PUBLIC_PART
from committee.config.environment import PULL_TELL_AFTER_HOURS as PULL_TELL_AFTER_HOURS
from committee.config.environment import PUSH_BODY_DAYS as PUSH_BODY_DAYS
from committee.config.environment import PUSHES_A_MINUTE as PUSHES_A_MINUTE
from committee.config.environment import REPORT_SILENCE_SECONDS as REPORT_SILENCE_SECONDS
from committee.config.environment import SEOUL_API_ADDRESS as SEOUL_API_ADDRESS
from committee.config.environment import SEOUL_API_KEY as SEOUL_API_KEY
from committee.config.environment import TERM_ENDING_DAYS as TERM_ENDING_DAYS
from committee.config.environment import TRANSLATION_DAYS as TRANSLATION_DAYS
from committee.config.environment import UNDO_DAYS as UNDO_DAYS
from committee.config.environment import UPDATE_DUE_DAYS as UPDATE_DUE_DAYS
from committee.config.environment import VISITS_A_MINUTE as VISITS_A_MINUTE
from committee.config.environment import WEBHOOKS_MAY_BE_LOCAL as WEBHOOKS_MAY_BE_LOCAL
from committee.config.notices import NOTICE_KINDS as NOTICE_KINDS
from committee.config.notices import REMINDERS as REMINDERS
from committee.config.organisation import openid_connect
from committee.config.project_parts import PROJECT_PANELS as PROJECT_PANELS
from committee.config.project_parts import PROJECT_PARTS as PROJECT_PARTS
from committee.config.project_parts import SERIES_PAGES as SERIES_PAGES
from committee.config.records import AFTER_ACT_KEPT as AFTER_ACT_KEPT
from committee.config.records import AFTER_RECORD_CHANGED as AFTER_RECORD_CHANGED
from committee.config.records import FURTHER_LISTS as FURTHER_LISTS
from committee.config.records import MAY_DELETE as MAY_DELETE
from committee.config.records import MAY_READ_HISTORY as MAY_READ_HISTORY
from committee.config.records import REFUSE_RESTORED as REFUSE_RESTORED
from committee.config.records import SEARCHED as SEARCHED
from committee.config.records import TRANSLATED as TRANSLATED
from committee.config.reports import GLOSSARIES as GLOSSARIES
from committee.config.reports import REPORT_ALWAYS_PRINTED as REPORT_ALWAYS_PRINTED
from committee.config.reports import REPORT_COVER as REPORT_COVER
from committee.config.reports import REPORT_PLACES as REPORT_PLACES
from committee.config.reports import REPORT_RECORDS as REPORT_RECORDS
from committee.config.reports import REPORT_SECTIONS as REPORT_SECTIONS
from committee.config.rest import REST_FRAMEWORK as REST_FRAMEWORK
from committee.config.rest import SPECTACULAR_SETTINGS as SPECTACULAR_SETTINGS
from committee.config.schedule import AFTER_AIR_CHANGED as AFTER_AIR_CHANGED
from committee.config.schedule import AFTER_AIR_LINK_CHANGED as AFTER_AIR_LINK_CHANGED
from committee.config.schedule import CELERY_BEAT_SCHEDULE as CELERY_BEAT_SCHEDULE
from committee.config.templates import FORM_RENDERER as FORM_RENDERER
from committee.config.templates import TEMPLATES as TEMPLATES

# Lets forms and serializers name the model they are about at run time, as type checkers read it.
django_stubs_ext.monkeypatch()

environment.check()

SECRET_KEY = environment.secret_key()
DEBUG = environment.DEBUG
ALLOWED_HOSTS = environment.ALLOWED_HOSTS
SITE_ADDRESS = environment.SITE_ADDRESS

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "django.contrib.humanize",
    "django.forms",
    "committee",
    "environment",
    "allauth",
    "allauth.account",
    "allauth.socialaccount",
    "allauth.socialaccount.providers.openid_connect",
    "allauth.mfa",
    "csp",
    "django_filters",
    "django_htmx",
    "rest_framework",
    "drf_spectacular",
    "template_partials.apps.SimpleAppConfig",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "csp.middleware.CSPMiddleware",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.locale.LocaleMiddleware",
    "django.middleware.common.CommonMiddleware",
    "committee.pages.oversize.RefuseOversize",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "allauth.account.middleware.AccountMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "committee.pages.sent_twice.ActOnce",
    "committee.pages.gone_files.TellGoneFiles",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
]

ROOT_URLCONF = "committee.config.urls"
WSGI_APPLICATION = "committee.config.wsgi.application"

# People

AUTH_USER_MODEL = "committee.Member"
AUTHENTICATION_BACKENDS = ["committee.members.sign_in.MemberBackend"]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
]
LOGIN_URL = "account_login"
LOGIN_REDIRECT_URL = "home"
ACCOUNT_LOGIN_METHODS = {"username", "email"}
ACCOUNT_SIGNUP_FIELDS = ["username*", "email*", "password1*"]
ACCOUNT_EMAIL_VERIFICATION = "none"
ACCOUNT_ADAPTER = "committee.members.sign_in.ByInvitation"
ACCOUNT_LOGOUT_ON_GET = False
ACCOUNT_LOGOUT_REDIRECT_URL = "home"
SOCIALACCOUNT_ADAPTER = "committee.members.sign_in.KnownMembersOnly"
SOCIALACCOUNT_EMAIL_AUTHENTICATION = True
SOCIALACCOUNT_EMAIL_AUTHENTICATION_AUTO_CONNECT = True
SOCIALACCOUNT_PROVIDERS: dict[str, Any] = {}
if environment.OIDC_NAME:
    SOCIALACCOUNT_PROVIDERS = openid_connect(
        name=environment.OIDC_NAME,
        server_url=environment.OIDC_SERVER_URL,
        client_id=environment.OIDC_CLIENT_ID,
        secret=environment.OIDC_SECRET,
    )
MFA_ADAPTER = "committee.members.sign_in.SecondFactors"
MFA_SUPPORTED_TYPES = ["totp", "webauthn", "recovery_codes"]
MFA_PASSKEY_LOGIN_ENABLED = True
MFA_TOTP_ISSUER = "Committee tracker"

# Languages and time

LANGUAGE_CODE = "en"
LANGUAGES = [("ko", _("Korean")), ("zh-hans", _("Simplified Chinese")), ("en", _("English"))]
LOCALE_PATHS = [PROJECT_FOLDER / "locale"]
FORMAT_MODULE_PATH = "committee.config.formats"
USE_I18N = True
USE_TZ = True
TIME_ZONE = "UTC"

# Files

STATIC_URL = "static/"
STATIC_ROOT = PROJECT_FOLDER / "staticfiles"
STATICFILES_DIRS = [
    PROJECT_FOLDER / "static",
    ("bootstrap", PROJECT_FOLDER / "node_modules" / "bootstrap" / "dist" / "css"),
]
STORAGES = {
    "default": {"BACKEND": "committee.pages.gone_files.StoredFiles"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
MEDIA_ROOT = STATE_FOLDER / "files"
FONT_FOLDERS = [
    PROJECT_FOLDER / "node_modules" / "@expo-google-fonts" / "noto-sans-kr",
    PROJECT_FOLDER / "node_modules" / "@expo-google-fonts" / "noto-sans-sc",
]

# Lists

FILTERS_EMPTY_CHOICE_LABEL = _("All")

# Safety

SECURE_REFERRER_POLICY = "same-origin"
X_FRAME_OPTIONS = "DENY"
SESSION_COOKIE_HTTPONLY = True
_SECURE = SITE_ADDRESS.startswith("https://")
SESSION_COOKIE_SECURE = _SECURE
CSRF_COOKIE_SECURE = _SECURE
SECURE_SSL_REDIRECT = _SECURE
SECURE_HSTS_SECONDS = 365 * 24 * 3600 if _SECURE else 0
# Whether the domain's other hosts speak HTTPS only is their owner's business.
SILENCED_SYSTEM_CHECKS = ["security.W005", "security.W021"]
SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https") if _SECURE else None
# HTTPS ends at a proxy; without this every failed sign-in would count against the proxy's one address.
ALLAUTH_TRUSTED_PROXY_COUNT = 1 if _SECURE else 0
CSRF_TRUSTED_ORIGINS = [SITE_ADDRESS]
DATA_UPLOAD_MAX_NUMBER_FIELDS = 2000

# Mail

if environment.EMAIL_URL:
    vars().update(environment.env.email_url_config(environment.EMAIL_URL))
else:
    EMAIL_BACKEND = "django.core.mail.backends.filebased.EmailBackend"
    EMAIL_FILE_PATH = STATE_FOLDER / "mail"

# A mail server that answers later than this is asked again, see committee.notices.mailing.
EMAIL_TIMEOUT = 30
DEFAULT_FROM_EMAIL = environment.EMAIL_FROM

# Tasks

CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, Any]
CELERY_BROKER_URL = REDIS_URL or "files://localhost"
if not REDIS_URL:
    _QUEUE = STATE_FOLDER / "queue"
    for _folder in ("messages", "control"):
        (_QUEUE / _folder).mkdir(parents=True, exist_ok=True)
    # In and out are one folder: every process writes what another one reads.
    CELERY_BROKER_TRANSPORT_OPTIONS = {
        "data_folder_in": str(_QUEUE / "messages"),
        "data_folder_out": str(_QUEUE / "messages"),
        "control_folder": str(_QUEUE / "control"),
    }
else:
    # Longer than the longest build, or Redis hands a running task to a second worker.
    CELERY_BROKER_TRANSPORT_OPTIONS = {"visibility_timeout": 6 * 3600}
CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_ACKS_LATE = True
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_TIMEZONE = "UTC"

# Pages that rooms above add to the first page, for who holds a post: URL name → heading and roles.

DASHBOARD_PANELS = {
    "follow_ups_waiting": (_("Your open actions"), "secretariat co_lead contributor liaison observer"),
    "agenda_waiting": (_("Agenda items waiting for you"), "secretariat co_lead"),
    "translations_waiting": (_("Translations that wait"), "secretariat"),
    "agreements_ending": (_("Agreements that end soon"), "secretariat"),
    "checklist_waiting": (_("Towards the next meeting"), "secretariat"),
    "air_waiting": (_("What waits for your city at the hotline"), "liaison"),
    "posts_changing": (_("Posts that change hands"), "secretariat"),
    "delegations_waiting": (_("Delegations that wait for your city"), "secretariat"),
    "meeting_reports_waiting": (_("Reports that wait for your city"), "secretariat"),
    "minutes_waiting": (_("Minutes that wait for your city"), "secretariat"),
}

# Functions that get a post and return what is open for it, as `committee.hand_overs.open_work.OpenWork`.

HAND_OVERS = [
    "committee.progress.open_work.open_updates",
    "committee.commitments.open_work.open_commitments",
    "committee.follow_ups.open_work.open_actions",
    "committee.checklists.open_work.open_steps",
    "environment.hotline.open_work.open_at_the_hotline",
]

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "handlers": {"console": {"class": "logging.StreamHandler"}},
    "root": {"handlers": ["console"], "level": "WARNING"},
}
