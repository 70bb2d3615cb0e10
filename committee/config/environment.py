"""Every setting an operator may give, with its type and default, read once from the environment.

The list below is the documentation: `README.md` points here. A bad value stops the start
with a sentence that names it.
"""

import secrets
from pathlib import Path

import environ
from django.core.exceptions import ImproperlyConfigured

PROJECT_FOLDER = Path(__file__).resolve().parent.parent.parent

env = environ.Env()

SWITCH = {
    "1": True,
    "true": True,
    "yes": True,
    "on": True,
    "0": False,
    "false": False,
    "no": False,
    "off": False,
}


def switch(name: str, *, default: bool) -> bool:
    """Return a setting that is on or off; an empty one counts as not given."""
    given = env.str(name, default="").strip().lower()
    if given and given not in SWITCH:
        raise ImproperlyConfigured(f"{name}: give 1 or 0, not “{given}”.")
    return SWITCH[given] if given else default


def whole_number(name: str, *, default: int) -> int:
    """Return a setting that counts something; at least 1."""
    given = env.str(name, default=str(default)).strip()
    if not given.isdecimal() or int(given) < 1:
        raise ImproperlyConfigured(f"{name}: give a whole number above 0, not “{given}”.")
    return int(given)


def whole_numbers(name: str, *, default: str) -> list[int]:
    """Return a setting that lists numbers, each at least 1."""
    given = [number.strip() for number in env.str(name, default=default).split(",")]
    if not all(number.isdecimal() and int(number) >= 1 for number in given):
        raise ImproperlyConfigured(
            f"{name}: give whole numbers above 0 with commas, not “{','.join(given)}”."
        )
    return [int(number) for number in given]


# Folder for everything the product writes when no server is given: database, queue, PDF files, keys.
STATE_FOLDER = Path(env.str("STATE_FOLDER", default=str(PROJECT_FOLDER / "var"))).resolve()

# postgres://user:password@host:5432/name — without it, SQLite in STATE_FOLDER.
DATABASE_URL = env.str("DATABASE_URL", default=f"sqlite:///{STATE_FOLDER / 'db.sqlite3'}")
EMBEDDED_DATABASE = DATABASE_URL.startswith("sqlite:")

# redis://host:6379/0 — without it, a queue of files in STATE_FOLDER.
REDIS_URL = env.str("REDIS_URL", default="")

# Demonstration sign-ins are accepted and `load_demo` runs. On by default only with the embedded database.
DEMONSTRATION = switch("DEMONSTRATION", default=EMBEDDED_DATABASE)

# Pages with Django's tracebacks; never on a machine that others reach.
DEBUG = switch("DEBUG", default=False)

# Names under which the site is reached, separated by commas.
ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", default=["127.0.0.1", "localhost", "[::1]"])

# The address that members are told, such as https://tracker.example; with https, cookies travel no other way.
SITE_ADDRESS = env.str("SITE_ADDRESS", default="http://127.0.0.1:8000")

# smtp+tls://user:password@host:587 — without it, mails are written to STATE_FOLDER/mail.
EMAIL_URL = env.str("EMAIL_URL", default="")

# Whom mails name as their sender.
EMAIL_FROM = env.str("EMAIL_FROM", default="tracker@localhost")

# OpenID Connect provider of an organisation; all four together or none. It is to lead back to
# SITE_ADDRESS/ko/account/oidc/organisation/login/callback/ and to those under /zh-hans/ and /en/.
OIDC_NAME = env.str("OIDC_NAME", default="")
OIDC_SERVER_URL = env.str("OIDC_SERVER_URL", default="")
OIDC_CLIENT_ID = env.str("OIDC_CLIENT_ID", default="")
OIDC_SECRET = env.str("OIDC_SECRET", default="")

# Seconds after which a report build that shows no sign of life is taken up again.
REPORT_SILENCE_SECONDS = whole_number("REPORT_SILENCE_SECONDS", default=120)

# Seconds after which a delivery of air data that no worker holds is taken up again.
DELIVERY_SILENCE_SECONDS = whole_number("DELIVERY_SILENCE_SECONDS", default=120)

# Days for which the body of a push is kept once its values are taken in; its receipt is kept for good.
PUSH_BODY_DAYS = whole_number("PUSH_BODY_DAYS", default=365)

# Deliveries that one machine account may push within a minute.
PUSHES_A_MINUTE = whole_number("PUSHES_A_MINUTE", default=120)

# Receipts may go to http:// and to addresses inside the own network: for trials on one machine alone.
WEBHOOKS_MAY_BE_LOCAL = switch("WEBHOOKS_MAY_BE_LOCAL", default=False)

# Hours that a promised value may be late beyond its deadline before a gap is told, and the days looked back.
GAP_GRACE_HOURS = whole_number("GAP_GRACE_HOURS", default=2)
GAP_DAYS = whole_number("GAP_DAYS", default=31)

# Public interfaces that are asked for values, and the keys they gave; without a key nothing is asked.
SEOUL_API_ADDRESS = env.str("SEOUL_API_ADDRESS", default="http://openapi.seoul.go.kr:8088")
SEOUL_API_KEY = env.str("SEOUL_API_KEY", default="")
AIRKOREA_API_ADDRESS = env.str(
    "AIRKOREA_API_ADDRESS", default="https://apis.data.go.kr/B552584/ArpltnInforInqireSvc"
)
AIRKOREA_API_KEY = env.str("AIRKOREA_API_KEY", default="")

# Hours for which a scheduled pull fails before the liaison officers are told.
PULL_TELL_AFTER_HOURS = whole_number("PULL_TELL_AFTER_HOURS", default=3)

# Hours after which officers are reminded of an alert or a message about it that they have not acknowledged;
# again after four and twelve times as long.
ALERT_REMINDER_HOURS = whole_number("ALERT_REMINDER_HOURS", default=2)


# Megabytes of the largest document that is taken.
DOCUMENT_MEGABYTES = whole_number("DOCUMENT_MEGABYTES", default=50)

# Megabytes of the largest file of air values that is taken from a page.
AIR_FILE_MEGABYTES = whole_number("AIR_FILE_MEGABYTES", default=200)

# Whoever has not signed in may read what is marked as public.
PUBLIC_PART = switch("PUBLIC_PART", default=True)

# Pages that are answered within a minute to one address from which nobody has signed in.
VISITS_A_MINUTE = whole_number("VISITS_A_MINUTE", default=240)

# Days after the last period that a city reported of a project, after which it is reminded of the next update.
UPDATE_DUE_DAYS = whole_number("UPDATE_DUE_DAYS", default=180)

# Days before the end of a term at which its holder and the secretariat are reminded of the hand-over.
TERM_ENDING_DAYS = whole_number("TERM_ENDING_DAYS", default=30)

# Days that a submitted update waits before who may confirm it are reminded.
CONFIRMATION_REMINDER_DAYS = whole_number("CONFIRMATION_REMINDER_DAYS", default=7)

# Days given to both cities to answer circulated minutes; how long before the last one they are reminded.
MINUTES_ANSWER_DAYS = whole_number("MINUTES_ANSWER_DAYS", default=14)
MINUTES_REMINDER_DAYS = whole_number("MINUTES_REMINDER_DAYS", default=3)

# Days for which a deletion can be undone; then what was deleted is forgotten but for its history.
UNDO_DAYS = whole_number("UNDO_DAYS", default=30)

# Months before an agreement ends at which secretariats and co-leads are reminded, separated by commas.
AGREEMENT_EXPIRY_MONTHS = whole_numbers("AGREEMENT_EXPIRY_MONTHS", default="6,3,1")

# Days that a translation is given when it is asked for, unless the one who asks says otherwise.
TRANSLATION_DAYS = whole_number("TRANSLATION_DAYS", default=14)

# Dotted path of a function (text, from tag, to tag) → text that drafts translations; none: people begin.
MACHINE_TRANSLATION = env.str("MACHINE_TRANSLATION", default="")
# Days after which printed minutes are dropped when a later print of them in the same languages is ready.
PRINT_DAYS = whole_number("PRINT_DAYS", default=30)

# Days after which a list that was handed in for import and not taken over is dropped.
IMPORT_DAYS = whole_number("IMPORT_DAYS", default=14)

# Days without an answer of the other city after which a submitted update is marked as one-sided.
ONE_SIDED_DAYS = whole_number("ONE_SIDED_DAYS", default=30)


def secret_key() -> str:
    """Return SECRET_KEY; with the embedded database one is made once and kept in STATE_FOLDER."""
    given: str = env.str("SECRET_KEY", default="")
    if given:
        return given
    if not EMBEDDED_DATABASE:
        raise ImproperlyConfigured("Set SECRET_KEY: with DATABASE_URL given, none is made for you.")
    path = STATE_FOLDER / "secret-key"
    if not path.exists():
        STATE_FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
        path.touch(mode=0o600)
        path.write_text(secrets.token_urlsafe(50), encoding="ascii")
    return path.read_text(encoding="ascii")


def check() -> None:
    """Refuse to start on settings that contradict each other.

    Raises:
        ImproperlyConfigured: naming the setting and what to do.
    """
    if not DATABASE_URL.startswith(("sqlite:", "postgres:", "postgresql:")):
        raise ImproperlyConfigured("DATABASE_URL: give postgres://user:password@host:5432/name.")
    if REDIS_URL and not REDIS_URL.startswith(("redis://", "rediss://")):
        raise ImproperlyConfigured("REDIS_URL: give redis://host:6379/0.")
    given = [bool(value) for value in (OIDC_NAME, OIDC_SERVER_URL, OIDC_CLIENT_ID, OIDC_SECRET)]
    if any(given) and not all(given):
        raise ImproperlyConfigured(
            "Give all of OIDC_NAME, OIDC_SERVER_URL, OIDC_CLIENT_ID and OIDC_SECRET, or none."
        )
