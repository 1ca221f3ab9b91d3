# Needs Python 3.11 or newer and make; all else is set up in .venv.

STORY ?= examples/harbour.md

# Tried by running it: a name on the path may be a shim that leads nowhere.
PYTHON ?= $(shell for name in python3.14 python3.13 python3.12 python3.11 python3 python; do \
	"$$name" -c 'import ensurepip, sys, venv; sys.exit(sys.version_info < (3, 11))' \
	2>/dev/null && { echo "$$name"; break; }; done)

PLUGINS := $(patsubst %/pyproject.toml,%,$(wildcard plugins/*/pyproject.toml))
BIN := .venv/bin
PIP_INSTALL := $(BIN)/python -m pip install --quiet --disable-pip-version-check

# Without bytecode every start compiles anew, and pip leaves it out where
# PYTHONDONTWRITEBYTECODE is set. A file that does not compile (some packages ship one for
# their own tests) is no reason to stop.
COMPILE := env -u PYTHONDONTWRITEBYTECODE $(BIN)/python -m compileall -q .venv/lib factcheck rules plugins \
	>/dev/null || true

.NOTPARALLEL:
.PHONY: help try test lint pages clean

help:
	@echo "make try     check an example story and show the findings (STORY=path for your own)"
	@echo "make test    run the tests, the plugins' too"
	@echo "make lint    ruff, mypy and the order of the layers"
	@echo "make pages   write anew what is made from the code: rules/README.md, docs/commands.md"
	@echo "make clean   remove .venv and everything built"

# 1 says that there are findings, which is what this is to show; 2 and above are failures.
try: .venv/installed
	@echo '$$ factcheck check $(STORY)'
	@$(BIN)/factcheck check '$(STORY)' || { code=$$?; test $$code -eq 1 || exit $$code; }

test: .venv/installed-test
	PATH="$(CURDIR)/$(BIN):$$PATH" $(BIN)/pytest tests $(wildcard plugins/*/tests)

lint: .venv/installed-lint
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy --strict
	$(if $(PLUGINS),$(BIN)/mypy --strict $(PLUGINS:%=%/src))
	$(BIN)/lint-imports

# What is made from the rules themselves; a test fails while it is stale.
pages: .venv/installed
	$(BIN)/factcheck rules --format markdown --distribution factcheck-lint > rules/README.md
	$(BIN)/python tools/make_commands.py > docs/commands.md

clean:
	rm -rf .venv build dist .hypothesis .mypy_cache .ruff_cache .pytest_cache .import_linter_cache
	find factcheck rules tests plugins benchmarks -name __pycache__ -prune -exec rm -rf {} +

.venv/made:
	@test -n "$(PYTHON)" || { echo "factcheck needs Python 3.11 or newer with its venv module" \
	"(on Debian and Ubuntu: apt install python3-venv); none was found on the path." \
	"Name one with: make PYTHON=/path/to/python3" >&2; exit 1; }
	$(PYTHON) -m venv .venv
	@touch $@

.venv/installed: .venv/made pyproject.toml
	$(PIP_INSTALL) -e .
	@$(COMPILE)
	@touch $@

.venv/installed-test: .venv/made pyproject.toml $(PLUGINS:%=%/pyproject.toml)
	$(PIP_INSTALL) -e '.[test]' $(PLUGINS:%=-e ./%)
	@$(COMPILE)
	@touch $@

.venv/installed-lint: .venv/made pyproject.toml
	$(PIP_INSTALL) -e '.[lint]'
	@touch $@
