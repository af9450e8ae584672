# The README's two commands are `make run` and `make test`; each sets up all it needs on a machine with Python 3.11+.
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip --disable-pip-version-check install --quiet --require-hashes
SOURCES := bot web handlers reminders delivery storage second_opinion understanding wording papers sales simulator \
  learning tests benchmarks
# Where Python is told to keep nothing compiled, each of the many processes that tests start would compile all anew.
export PYTHONDONTWRITEBYTECODE :=

.PHONY: run test lint check format bench torture screenshots clean

run: $(VENV)/run.stamp
	@$(BIN)/rapport run

test: $(VENV)/dev.stamp
	$(BIN)/python -m compileall -q $(SOURCES)
	$(BIN)/pytest -m "not torture" --numprocesses 4 --dist worksteal $(PYTEST)

lint: $(VENV)/dev.stamp
	$(BIN)/ruff format --check $(SOURCES)
	$(BIN)/ruff check $(SOURCES)
	$(BIN)/mypy
	$(BIN)/lint-imports

check: lint test

format: $(VENV)/dev.stamp
	$(BIN)/ruff format $(SOURCES)
	$(BIN)/ruff check --fix $(SOURCES)

# Where labelled messages and date phrases are, each with its score.py; benchmarks say so if they are not there.
bench: export LABELLED ?= ../shared/eval/messages
bench: export DATES ?= ../shared/eval/dates
bench: $(VENV)/bench.stamp
	$(BIN)/python -m benchmarks $(NAMES)

torture: $(VENV)/dev.stamp
	$(BIN)/pytest -m torture -s $(PYTEST)

screenshots: $(VENV)/dev.stamp
	$(BIN)/python -m benchmarks.screenshots
	$(BIN)/python -m benchmarks.page_pictures

clean:
	rm -rf $(VENV) .mypy_cache .ruff_cache .pytest_cache .import_linter_cache .hypothesis build dist

$(VENV)/python.stamp:
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' \
	  || { echo "Rapport needs Python 3.11 or newer; $(PYTHON) is older. Say which to use: make $(MAKECMDGOALS) PYTHON=python3.12"; exit 1; }
	@$(PYTHON) -c 'import ensurepip, venv' 2>/dev/null \
	  || { echo "This Python has no venv. On Debian and Ubuntu: apt install python3-venv"; exit 1; }
	$(PYTHON) -m venv $(VENV)
	@touch $@

$(VENV)/run.stamp: requirements/run.txt pyproject.toml $(VENV)/python.stamp
	$(PIP) -r requirements/run.txt
	$(BIN)/python -m pip --disable-pip-version-check install --quiet --no-index --no-build-isolation --no-deps -e .
	@touch $@

$(VENV)/bench.stamp: requirements/bench.txt $(VENV)/dev.stamp
	$(PIP) -r requirements/bench.txt
	@touch $@

$(VENV)/dev.stamp: requirements/dev.txt $(VENV)/run.stamp
	$(PIP) -r requirements/dev.txt
	@touch $@
