"""What is kept to be asked for again."""

from typing import Any

from committee.config.environment import REDIS_URL, STATE_FOLDER

# Failed sign-ins are counted in the default one, so that all processes count together.
# Charts are drawn once: their pictures are kept by a hash of what they show. So are the chapters of reports,
# some 100 KB each, until nobody has printed for a month.
CACHES: dict[str, Any] = {
    "default": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": STATE_FOLDER / "cache",
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
    "charts": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": STATE_FOLDER / "charts",
        "TIMEOUT": None,
        "OPTIONS": {"MAX_ENTRIES": 5000},
    },
    "chapters": {
        "BACKEND": "django.core.cache.backends.filebased.FileBasedCache",
        "LOCATION": STATE_FOLDER / "chapters",
        "TIMEOUT": 30 * 24 * 3600,
        "OPTIONS": {"MAX_ENTRIES": 1000},
    },
    # How many records a long list has: a process counts once a minute, whatever happens to the other servers.
    "totals": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache", "TIMEOUT": 60},
}

if REDIS_URL:
    CACHES["default"] = {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}
