# Four words are the whole workflow: site, serve, test, validate.
SHELL := /bin/sh
VENV := .venv
PYTHON := $(VENV)/bin/python
export NO_MKDOCS_2_WARNING := 1
export PYTHONDONTWRITEBYTECODE := 1

.PHONY: help site serve test validate lock

help:
	@echo "make site      build the website into site/, and check it before it takes the old one's place"
	@echo "make serve     preview it while you write, at http://127.0.0.1:8000/"
	@echo "make validate  the same, then report on the sources, the data and site/, warnings too"
	@echo "make test      run every check of the project"
	@echo "make lock      write the lock files anew from pyproject.toml"

# VALIDATE lets the build ask the validator before it publishes anything.
site: $(VENV)/site-ready
	@VALIDATE=1 $(PYTHON) -m mkdocs build --strict

serve: $(VENV)/site-ready
	@$(PYTHON) -m mkdocs serve

validate: site
	@$(PYTHON) scripts/validate.py

test: $(VENV)/test-ready
	@sh tests/browser/get-browser.sh $(VENV)
	@echo "Format and lint (ruff)"
	@$(VENV)/bin/ruff format --check --quiet scripts tests
	@$(VENV)/bin/ruff check --quiet scripts tests
	@echo "Types (mypy --strict scripts)"
	@$(VENV)/bin/mypy --no-error-summary
	@echo "Unit, golden, build and browser tests (pytest)"
	@$(PYTHON) -m pytest -n 3

$(VENV)/site-ready: requirements.lock
	@sh .ci/environment $(VENV) requirements.lock
	@touch $@

$(VENV)/test-ready: requirements-test.lock $(VENV)/site-ready
	@sh .ci/environment $(VENV) requirements-test.lock
	@touch $@

lock:
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  -o requirements.lock pyproject.toml
	uv pip compile -q --universal --python-version 3.11 --generate-hashes --no-annotate --no-header \
	  --extra test -o requirements-test.lock pyproject.toml
