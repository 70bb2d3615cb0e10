# The commands of the README: make run, make test, make bench; make setup is the set-up part of both.
# Each check of `make test` is a target of its own; see `checks` below.

PORT ?= 8000
PYTHON ?= $(shell command -v python3.11 || command -v python3)
VENV := .venv
BIN := $(VENV)/bin
MANAGE := $(BIN)/python manage.py
MESSAGES := $(wildcard locale/*/LC_MESSAGES/django.po)
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes

export PORT
export PYTHONUNBUFFERED := 1
export CUSTOM_COMPILE_COMMAND := make locks

.DEFAULT_GOAL := run
.PHONY: setup setup-run run test bench check format lint types contracts migrations deployment messages \
	migrated tests tests-sqlite tests-postgresql strings pictures locks

# Setting up: each step leaves a stamp, so that the next time takes no time.

setup: $(VENV)/system-test.stamp $(VENV)/develop.stamp setup-run

setup-run: $(VENV)/system-run.stamp $(VENV)/run.stamp $(VENV)/messages.stamp staticfiles/collected.stamp

$(VENV)/system-%.stamp: tools/system_packages.py
	@$(PYTHON) tools/system_packages.py $*
	@mkdir -p $(VENV) && touch $@

$(BIN)/python: | $(VENV)/system-run.stamp
	@$(PYTHON) -c 'import sys; sys.exit(None if sys.version_info[:2] == (3, 11) else "Python 3.11 is needed; give PYTHON=")'
	$(PYTHON) -m venv $(VENV)

$(VENV)/%.stamp: requirements/%.txt | $(BIN)/python
	$(PIP_INSTALL) --requirement $<
	@touch $@

node_modules/installed.stamp: package.json package-lock.json | $(VENV)/run.stamp
	$(BIN)/python tools/npm.py ci --no-audit --no-fund --loglevel=error
	@touch $@

$(VENV)/messages.stamp: $(MESSAGES) | $(VENV)/run.stamp $(VENV)/system-run.stamp
	@for file in $(MESSAGES); do msgfmt --check --output-file=$${file%.po}.mo $$file || exit 1; done
	@touch $@

# Left out is what no page of ours loads, for compressing it takes longer than all the rest.
staticfiles/collected.stamp: $(shell find static -type f) committee/config/settings.py requirements/run.txt \
		node_modules/installed.stamp | $(VENV)/run.stamp
	$(MANAGE) collectstatic --clear --no-input --verbosity 0 \
		--ignore 'bootstrap-*' --ignore '*.rtl.*' --ignore rest_framework
	@touch $@

# Running

run: setup-run
	@$(BIN)/python -m tools.prepare
	@$(BIN)/python -m tools.serve

# Checking

# Two at a time; what the tests copy is made beside the types, which take longest and so begin first.
test: setup
	@$(MAKE) --no-print-directory --jobs 2 --output-sync=target check migrated
	@$(MAKE) --no-print-directory tests

check: types format lint contracts migrations deployment messages

format:
	$(BIN)/ruff format --check

lint:
	$(BIN)/ruff check

types:
	$(BIN)/mypy

contracts:
	$(BIN)/lint-imports

migrations:
	$(MANAGE) makemigrations --check --dry-run

deployment:
	DATABASE_URL=postgres:///unused SECRET_KEY=$$($(BIN)/python -c 'import secrets; print(secrets.token_urlsafe(50))') \
		SITE_ADDRESS=https://tracker.example $(MANAGE) check --deploy --fail-level WARNING

messages:
	$(BIN)/python -m tools.messages check

migrated:
	$(BIN)/python -m tests.migrated

tests: tests-sqlite tests-postgresql

tests-sqlite:
	$(BIN)/python -m pytest --numprocesses 2 --dist worksteal

# Chromium looks at the same pages on both databases, so once is enough.
tests-postgresql:
	$(BIN)/python -m tools.servers postgresql -- $(BIN)/python -m pytest --numprocesses 2 --dist worksteal -m "not browser and not services"

# Writing the strings that wait for a translation into locale/

strings: setup
	$(BIN)/python -m tools.messages collect

# Taking the README's pictures of a running demonstration (`make run` in another shell)

pictures: setup
	FONTCONFIG_FILE=$(CURDIR)/tests/browser/fonts.conf $(BIN)/python -m tools.take_pictures

# Measuring

bench: setup
	$(BIN)/python -m tools.bench

# Renewing the locks after a change of pyproject.toml; `make locks UPGRADE=--upgrade` takes newer releases.

LOCK := $(BIN)/pip-compile --quiet --generate-hashes --strip-extras --allow-unsafe \
	--no-emit-index-url --no-emit-trusted-host --no-emit-find-links $(UPGRADE)

locks:
	$(LOCK) --output-file=requirements/run.txt pyproject.toml
	$(LOCK) --extra=develop --constraint=requirements/run.txt --output-file=requirements/develop.txt pyproject.toml
