# `make help` lists what can be done. Everything happens inside .venv and build/.
PYTHON ?= python3
BIN := .venv/bin
# Tests wait for servers and browsers of their own a third of the time: one more than processors.
WORKERS ?= $(shell expr $$(nproc 2>/dev/null || echo 2) + 1)
TS := translations/desk_fr.ts translations/desk_en.ts

.DEFAULT_GOAL := help
.PHONY: help demo desk test test-long check format install install-dev words translations screens portal-screens faults bench clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / {printf "  make %-14s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

# --- installing -------------------------------------------------------------------------------

.venv/bin/python:
	@.ci/system-packages demo
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed ($(PYTHON) is older)."; exit 1; }
	$(PYTHON) -m venv .venv

.venv/demo-installed: pyproject.toml constraints.txt | .venv/bin/python
	@echo "Installing what the demo needs into .venv (some 350 MB, once)…"
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[demo]'
	@$(BIN)/python -m compileall -q desk portal # or each start does it, where Python is told to keep nothing
	@touch $@

.venv/dev-installed: pyproject.toml constraints.txt .venv/demo-installed
	@echo "Installing what tests and checks need into .venv…"
	@$(BIN)/python -m pip install -q --disable-pip-version-check -c constraints.txt -e '.[dev]'
	@touch $@

install: .venv/demo-installed words ## Install desk and portal into .venv
install-dev: .venv/dev-installed words ## The same, with what tests and checks need

# --- words on screen ---------------------------------------------------------------------------

build/translations/%.qm: translations/%.ts .venv/demo-installed
	@mkdir -p build/translations
	@$(BIN)/pyside6-lrelease -silent $< -qm $@

translations/portal/fr/LC_MESSAGES/django.mo: translations/portal/fr/LC_MESSAGES/django.po .venv/demo-installed
	@$(BIN)/pybabel -q compile -d translations/portal -D django -l fr

words: build/translations/desk_fr.qm build/translations/desk_en.qm translations/portal/fr/LC_MESSAGES/django.mo ## Compile the translations

translations: .venv/dev-installed ## Collect new words into the translation files, to be translated
	@$(BIN)/pyside6-lupdate -silent -no-obsolete -locations none -extensions py desk -ts $(TS)
	@cd portal && DJANGO_SETTINGS_MODULE=portal.settings ../$(BIN)/python -m django makemessages -l fr --no-location --no-obsolete -v 0

# --- running -----------------------------------------------------------------------------------

demo: install ## Start a portal with invented people and open desk on it (a tour where there is no display)
	@.ci/system-packages demo
	@if [ -n "$$DISPLAY$$WAYLAND_DISPLAY" ]; then .ci/system-packages window; fi
	@$(BIN)/desk demo

desk: install ## Open desk on the portal of DESK_PORTAL_URL
	@$(BIN)/desk

# --- proving -----------------------------------------------------------------------------------

test: install-dev ## Run all tests (PostgreSQL, SMTP, keyring, browser and screen are real)
	@.ci/system-packages demo
	@.ci/system-packages window
	@.ci/system-packages test
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -m "not long" $(ARGS)

test-long: install-dev ## Run the walks of minutes: every window over the accessibility bus, every journey
	@.ci/system-packages demo
	@.ci/system-packages window
	@.ci/system-packages test
	@$(BIN)/python -m pytest -n $(WORKERS) --dist loadfile --no-loadscope-reorder -m long $(ARGS)

check: install-dev ## Lint, format, types, import rules, translations, migrations, OpenAPI document
	@.ci/system-packages demo
	@.ci/system-packages test
	@$(BIN)/ruff check .
	@$(BIN)/ruff format --check .
	@$(BIN)/mypy
	@$(BIN)/lint-imports
	@$(BIN)/python -m tests.checks

format: .venv/dev-installed ## Format the code and mend what can be mended
	@$(BIN)/ruff check --fix . ; $(BIN)/ruff format .

screens: install-dev ## Photograph every screen, each look, scale and language, into build/screens (ARGS="--parts inbox --looks dark")
	@$(BIN)/python -m tests.screens $(ARGS)

portal-screens: install-dev ## Photograph the portal's pages, desktop and phone, light and dark, into build/portal-screens
	@rm -rf build/portal-screens
	@PORTAL_SCREENS=build/portal-screens $(BIN)/python -m pytest -q -n0 tests/browser/journeys tests/browser/test_access_journeys.py tests/browser/test_pages_for_everybody.py $(ARGS)

faults: install-dev ## 50 kills of desk and 1,000 days of faults; count what was lost (ARGS="--seed 7")
	@$(BIN)/python -m tests.faults.kill_drill $(ARGS)
	@$(BIN)/python -m tests.faults.days $(ARGS)

bench: install-dev ## Run every benchmark, each beside its floor (ARGS="inbox store": these alone)
	@.ci/system-packages demo
	@.ci/system-packages window
	@.ci/system-packages bench
	@$(BIN)/python -m benchmarks $(ARGS)

clean: ## Remove .venv and build
	rm -rf .venv build
