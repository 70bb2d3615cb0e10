"""Where records are kept, and how that is connected to."""

from committee.config.environment import DATABASE_URL, EMBEDDED_DATABASE, STATE_FOLDER, env

DATABASES = {"default": env.db_url_config(DATABASE_URL)}
if EMBEDDED_DATABASE:
    STATE_FOLDER.mkdir(mode=0o700, parents=True, exist_ok=True)
    # IMMEDIATE takes the write lock at the start, so a transaction never fails half-way for a lock.
    DATABASES["default"]["OPTIONS"] = {
        "transaction_mode": "IMMEDIATE",
        "timeout": 45,
        "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL; PRAGMA foreign_keys=ON",
    }
else:
    DATABASES["default"]["CONN_MAX_AGE"] = 60
    DATABASES["default"]["CONN_HEALTH_CHECKS"] = True
    # Compiling what a page asks, with the sight of every room in it, takes longer than the answer.
    DATABASES["default"].setdefault("OPTIONS", {}).setdefault("options", "-c jit=off")
