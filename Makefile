# Plansvar. 'make' alone prints what there is; every target can be run again at any time.

PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
STAMP := $(VENV)/.installed
DEV_STAMP := $(VENV)/.installed-dev
PLANS ?=
PORT ?= 8501

.DEFAULT_GOAL := help
.PHONY: help chat samples test lint clean

help: ## Print this list
	@grep -E '^[a-z]+:.*##' $(MAKEFILE_LIST) | sed 's/:.*## /\t/' | expand -t 12

chat: $(STAMP) samples ## Install, read the sample plans (and PLANS=folder), open the chat in a browser
	@$(if $(PLANS),$(BIN)/plansvar add "$(PLANS)",true)
	@$(BIN)/plansvar ui --port $(PORT)

samples: $(STAMP)
	@$(BIN)/plansvar add corpus/sample/plans

test: $(DEV_STAMP) ## Install what the tests need, and run them
	@$(BIN)/python -m pytest

lint: $(DEV_STAMP) ## Check style and types
	@$(BIN)/ruff check . && $(BIN)/ruff format --check . && $(BIN)/mypy

clean: ## Remove the virtual environment; your plans stay
	rm -rf $(VENV)

$(BIN)/python:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || (echo "Plansvar needs Python 3.11 or newer: make PYTHON=/path/to/python3.11" >&2; exit 1)
	$(PYTHON) -m venv $(VENV)

$(STAMP): pyproject.toml | $(BIN)/python
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable .
	@touch $@

$(DEV_STAMP): pyproject.toml $(STAMP)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --editable ".[dev]"
	@touch $@
