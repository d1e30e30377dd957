# Plansvar. 'make' alone prints what there is; every target can be run again at any time.

VENV := .venv
BIN := $(VENV)/bin
INSTALLED := $(VENV)/.installed
INSTALLED_DEV := $(VENV)/.installed-dev
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --quiet

# Your own: make chat PLANS=folder PORT=8600; make test ARGS="-k citation"; make chat PYTHON=python3.12
PLANS ?=
PORT ?= 8501
ARGS ?=
RECENT := import sys; sys.exit(sys.version_info < (3, 11))
PYTHON ?= $(shell for each in python3.11 python3 python3.12 python3.13 python; do \
	$$each -c '$(RECENT)' 2>/dev/null && echo $$each && break; done)

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
# Two pip runs in one environment would spoil it.
.NOTPARALLEL:
.PHONY: help chat samples test gate lint format clean

help: ## Print this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-9s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

chat: samples ## Install, read the sample plans (and PLANS=folder), open the chat on localhost
	@# A file that cannot be read is named, and is no reason to keep the others from being asked.
	@if [ -n "$(PLANS)" ]; then \
		[ -e "$(PLANS)" ] || { echo "There is no file or folder $(PLANS)" >&2; exit 1; }; \
		$(BIN)/plansvar add "$(PLANS)" || true; \
	fi
	@$(BIN)/plansvar ui --port $(PORT)

samples: $(INSTALLED) ## Install, and read the sample plans
	@$(BIN)/plansvar add corpus/sample/plans

test: $(INSTALLED_DEV) ## Install what the tests need, and run them (ARGS="..." goes to pytest)
	@$(BIN)/python -m pytest $(ARGS)

gate: $(INSTALLED) ## Ask the sample questions, and hold the figures against eval/gate.toml
	@store=$$(mktemp -d) && $(BIN)/plansvar add corpus/sample/plans --store "$$store" && \
		$(BIN)/plansvar eval corpus/sample/questions.jsonl --gate eval/gate.toml --store "$$store"; \
		code=$$?; rm -rf "$$store"; exit $$code

lint: $(INSTALLED_DEV) ## Check style and types
	@wrong=0; \
	$(BIN)/ruff check . || wrong=1; \
	$(BIN)/ruff format --check . || wrong=1; \
	$(BIN)/mypy || wrong=1; \
	exit $$wrong

format: $(INSTALLED_DEV) ## Put the code into the project's style
	@$(BIN)/ruff check --fix .
	@$(BIN)/ruff format .

clean: ## Remove the virtual environment and caches; your plans stay
	rm -rf $(VENV) .mypy_cache .pytest_cache .ruff_cache .hypothesis *.egg-info

$(BIN)/python:
	@$(or $(PYTHON),false) -c '$(RECENT)' || \
		{ echo "Plansvar needs Python 3.11 or newer: make PYTHON=/path/to/python3.11" >&2; exit 1; }
	@echo "Making a virtual environment in $(VENV)" >&2
	@$(PYTHON) -m venv $(VENV) || { rm -rf $(VENV); exit 1; }

$(INSTALLED): pyproject.toml | $(BIN)/python
	@echo "Installing Plansvar and its libraries; the first time takes some minutes" >&2
	@$(PIP) --editable .
	@touch $@

$(INSTALLED_DEV): pyproject.toml | $(BIN)/python
	@echo "Installing Plansvar, its libraries and what the tests need; the first time takes some minutes" >&2
	@$(PIP) --editable ".[dev]"
	@touch $(INSTALLED) $@
