# Hearsay. `make run` sets everything up and starts it; `make test` sets everything up and checks it.
# Both may be repeated: what is there already is not done again.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

PORT ?= 8765
BIN := .venv/bin
EXTENSION_SOURCES := $(shell find extension -type f -not -path '*/node_modules/*' -not -path '*/dist/*' 2>/dev/null)

.PHONY: help run demo test lint unit extension browsers wheel bench load screenshots lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## /  make \1|/p' $(MAKEFILE_LIST) | column -t -s '|'

run: .venv/.run extension ## set up, build the extension, start the server on 127.0.0.1
	@echo
	@echo "  Try it now:      http://127.0.0.1:$(PORT)/"
	@echo "  In Chrome:       chrome://extensions → Developer mode → Load unpacked → $(CURDIR)/extension/dist/chrome"
	@echo "  In Firefox:      about:debugging → This Firefox → Load Temporary Add-on → $(CURDIR)/extension/dist/firefox/manifest.json"
	@echo "  Then open a news article and click the Hearsay button. Stop the server with Ctrl+C."
	@echo
	@$(BIN)/hearsay serve --port $(PORT)

demo: .venv/.run ## print the analysis of a sample article
	@$(BIN)/hearsay analyze server/samples/de.txt

test: lint extension browsers ## set up and run every check
	$(BIN)/pytest
	cd extension && npm run --silent test

unit: .venv/.dev ## the quick tests only: no browser, no database server
	$(BIN)/pytest tests/unit

lint: .venv/.dev extension ## ruff, mypy, tsc, eslint, web-ext, and consistent dependencies
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/pip check
	cd extension && npm run --silent check && npm run --silent lint:firefox

extension: extension/dist/.stamp ## build the loadable folders and the zips under extension/dist

extension/dist/.stamp: extension/node_modules/.stamp $(EXTENSION_SOURCES)
	cd extension && npm run --silent build
	@touch $@

extension/node_modules/.stamp: extension/package.json extension/package-lock.json
	@command -v node >/dev/null || { echo "Hearsay needs Node.js 20 or newer to build the extension: https://nodejs.org"; exit 1; }
	@node -e 'process.exit(process.versions.node.split(".")[0] >= 20 ? 0 : 1)' || { echo "Hearsay needs Node.js 20 or newer; this is $$(node --version)."; exit 1; }
	cd extension && npm ci --no-fund --no-audit --loglevel=error
	@touch $@

.venv/bin/python:
	@python=$$(command -v python3.11 || command -v python3) || { echo "Hearsay needs Python 3.11 or newer: https://www.python.org"; exit 1; }; \
	$$python -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "Hearsay needs Python 3.11 or newer; this is $$($$python --version)."; exit 1; }; \
	$$python -m venv .venv || { echo "Could not make a virtual environment; on Debian: apt-get install python3-venv"; exit 1; }

.venv/.run: requirements.txt pyproject.toml | .venv/bin/python
	@echo "Installing the server's packages (once; about a minute) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements.txt
	@$(BIN)/pip install --quiet --disable-pip-version-check --no-deps --editable .
	@touch $@

.venv/.dev: requirements-dev.txt .venv/.run
	@echo "Installing the development packages (once) …"
	@$(BIN)/pip install --quiet --disable-pip-version-check --require-hashes -r requirements-dev.txt
	@touch $@

browsers: ## Chromium, Firefox, PostgreSQL and Redis for the tests, from Debian's packages
	@.ci/services

wheel: .venv/.dev extension ## build the installable package under dist/
	rm -rf server/web/painter build/lib build/bdist.* dist
	cp -r extension/dist/web server/web/painter
	$(BIN)/pip wheel --quiet --disable-pip-version-check --no-build-isolation --no-deps --wheel-dir dist . || { rm -rf server/web/painter; exit 1; }
	rm -rf server/web/painter build/lib build/bdist.*

bench: .venv/.dev extension browsers ## measure speed and memory; writes docs/performance.md (quiet machine, ten minutes)
	for part in benchmarks benchmarks.extension; do \
		if [[ $$part == benchmarks || -f benchmarks/extension.py ]]; then $(BIN)/python -m $$part; fi; done

load: .venv/.dev extension browsers ## put the service under load; writes docs/performance.md (quiet machine, seven minutes)
	$(BIN)/python -m benchmarks.load

screenshots: .venv/.dev extension browsers ## photograph the extension into docs/images
	$(BIN)/python -m tests.e2e.screenshots

lock: .venv/.dev ## pin every dependency with hashes after pyproject.toml has changed
	$(BIN)/uv pip compile --quiet --no-emit-index-url --python-version 3.11 --extra dev --extra postgres --extra redis --extra archive \
		--generate-hashes pyproject.toml --output-file requirements-dev.txt
	$(BIN)/uv pip compile --quiet --no-emit-index-url --python-version 3.11 --constraint requirements-dev.txt \
		--generate-hashes pyproject.toml --output-file requirements.txt

clean: ## remove everything that was installed or built
	rm -rf .venv extension/node_modules extension/dist
