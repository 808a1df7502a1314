# One line a task. A machine with Python 3.11 or newer and make is enough: everything else goes into .venv/.
# Without make, or with uv: see README.md.

PYTHON ?= $(shell for p in python3 python3.14 python3.13 python3.12 python3.11; do \
	"$$p" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null && { echo "$$p"; exit; }; done; echo python3)
BIN := .venv/bin
ADDRESS ?= 127.0.0.1:8000
SOURCES := oer_build tests docs

.DEFAULT_GOAL := help
.PHONY: help site serve test check types audit bench lock clean

help: ## This list
	@sed -n 's/^\([a-z]*\):.*## /\1	/p' Makefile | expand -t 10

site: .venv/site.done ## Set up what is needed and build the site into site/
	$(BIN)/oer build

serve: .venv/site.done ## Preview the site with live reload
	$(BIN)/oer serve

test: .venv/test.done ## Every test, in a real browser too
	$(BIN)/python tests/browser/find_browser.py --install --fonts
	$(BIN)/python -m pytest --numprocesses auto --dist worksteal $(ARGS)

check: .venv/test.done ## Lint, types, architecture, licences, spelling
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/reuse lint --lines
	$(BIN)/codespell

types: tools/types/node_modules ## Types of the scripts of the site; needs Node.js with npm
	tools/types/node_modules/.bin/tsc --project tools/types

audit: .venv/test.done tools/audit/node_modules ## Weight and speed of six kinds of page; needs Node.js with npm, and quiet
	$(BIN)/python tests/browser/find_browser.py --install
	$(BIN)/oer build
	$(BIN)/python tools/audit site --write $(ARGS)

bench: .venv/test.done ## Cost beside plain MkDocs with Material, and how it grows
	$(BIN)/python tests/bench/bench.py $(ARGS)

# `--no-emit-index-url`: where packages are fetched from is the machine's business.
LOCK = $(BIN)/uv pip compile --quiet --universal --python-version 3.11 --generate-hashes --no-emit-index-url --no-header --no-annotate

lock: .venv/test.done ## Renew the hash-checked lists of dependencies
	$(BIN)/python -m pip install --quiet uv
	$(LOCK) --upgrade pyproject.toml requirements/build.in --extra test --extra check --output-file requirements/test.txt
	$(LOCK) --upgrade pyproject.toml requirements/build.in --constraints requirements/test.txt --output-file requirements/site.txt

clean: ## Remove what was built, and .venv
	rm -rf site .venv

.venv/site.done: requirements/site.txt pyproject.toml
	$(call install,requirements/site.txt)

.venv/test.done: requirements/test.txt pyproject.toml
	$(call install,requirements/test.txt)

tools/types/node_modules: tools/types/package-lock.json
	npm ci --prefix tools/types --no-audit --no-fund
	@touch $@

tools/audit/node_modules: tools/audit/package-lock.json
	npm ci --prefix tools/audit --no-audit --no-fund
	@touch $@

# pip, and not an installer of our own, because every Python brings it.
define install
	@$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Python 3.11 or newer is needed; name it with: make PYTHON=/path/to/python3" >&2; exit 2; }
	@test -x $(BIN)/python || $(PYTHON) -m venv .venv || { echo "Python's venv module is missing: on Debian and Ubuntu, apt install python3-venv" >&2; rm -rf .venv; exit 2; }
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes --requirement $(1)
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation --editable .
	@touch $@
endef
