# Every command of the project; `make help` lists them.
# ARGS goes to the command: make check ARGS="--format json", make test ARGS="-k glossary".

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve check addresses addresses-check fix lint test summary noted links bench audit lock clean social sheets

VENV := .venv
# What `make summary` and `make noted` compare with.
BASE ?= origin/main
# Tools run as modules of this Python: a script's first line breaks when the folder moves.
PY := $(VENV)/bin/python
# Twice quiet: once still prints which package indexes this machine is set up with.
INSTALL := $(PY) -m pip --quiet --quiet --disable-pip-version-check install
UV := $(VENV)/lock/bin/uv
LOCK := $(UV) pip compile --quiet --universal --python-version 3.11.5 --generate-hashes \
	--no-emit-index-url --no-emit-find-links --custom-compile-command "make lock"

# The theme tells its end of life at every build; pyproject.toml has the pins, and the reasons.
export NO_MKDOCS_2_WARNING := 1

help: ## List the commands
	@sed -n 's/^\([a-z-]*\):.*## /\1	/p' Makefile | expand -t 17

site: $(VENV)/site.stamp ## Build the site into site/; any error fails it
	$(PY) -m mkdocs build --strict $(ARGS)

serve: $(VENV)/site.stamp ## Preview the site while you write
	$(PY) -m mkdocs serve --no-strict $(ARGS)

check: $(VENV)/site.stamp ## Check the sources, without building
	@$(PY) hooks/check.py check $(ARGS)

fix: $(VENV)/site.stamp ## Mend what can be mended safely
	@$(PY) hooks/check.py fix $(ARGS)

lint: $(VENV)/dev.stamp ## Check format, lint, types, spelling and sources
	$(PY) -m ruff format --check
	$(PY) -m ruff check
	$(PY) -m mypy
	$(VENV)/bin/typos
	$(VENV)/bin/rumdl check --quiet
	$(PY) hooks/check.py check

test: lint ## Check what `lint` does, then run every test, in a browser too
	CHROMIUM="$$($(PY) tools/chromium.py)" && export CHROMIUM && $(PY) -m pytest --numprocesses auto $(ARGS)

summary: $(VENV)/site.stamp ## Tell what changed for readers since BASE, as Markdown
	@PYTHONPATH=hooks $(PY) -m tools.summary "$(BASE)"

noted: $(VENV)/site.stamp ## List pages that changed since BASE without a line in the list of changes
	@PYTHONPATH=hooks $(PY) -m tools.changes_noted "$(BASE)" $(ARGS)

links: $(VENV)/site.stamp ## Ask for every address outside that the built site leads to
	@$(PY) -m tools.links site

bench: $(VENV)/site.stamp ## Time the build, the checks and the preview
	@$(PY) -m benchmarks.run $(ARGS)

audit: $(VENV)/dev.stamp tools/audit/node_modules ## Hold the built site against the Nu checker and Lighthouse
	@CHROMIUM="$$($(PY) tools/chromium.py)" && export CHROMIUM && $(PY) -m tools.run_audit

addresses: $(VENV)/site.stamp ## Add new addresses to the register of all that were ever published
	@PYTHONPATH=hooks $(PY) -m tools.addresses add

addresses-check: $(VENV)/site.stamp ## Hold the register against the branch that a change goes to; BASE=origin/main
	@PYTHONPATH=hooks $(PY) -m tools.addresses check $(if $(filter file,$(origin BASE)),,"$(BASE)")

sheets: $(VENV)/dev.stamp ## Build the site with its sheets as PDFs; needs SITE_URL
	@CHROMIUM="$$($(PY) tools/chromium.py)" && export CHROMIUM && PYTHONPATH=hooks $(PY) -m tools.make_sheets

social: $(VENV)/dev.stamp ## Draw the picture that links to the guide are shown with
	@CHROMIUM="$$($(PY) tools/chromium.py)" && export CHROMIUM && $(PY) -m tools.social

lock: $(UV) ## Write requirements*.txt from pyproject.toml; ARGS=--upgrade takes newer versions
	$(LOCK) $(ARGS) pyproject.toml --output-file requirements.txt
	$(LOCK) $(ARGS) pyproject.toml --group dev --constraint requirements.txt --output-file requirements-dev.txt

clean: ## Remove the built site and the caches; the environment stays
	rm -rf site .hypothesis .mypy_cache .pytest_cache .ruff_cache
	find . \( -path ./$(VENV) -o -path ./.git \) -prune -o -name __pycache__ -prune -exec rm -rf {} +

# The environment. A stamp is newer than what it was made from, so nothing is installed twice.

# Where the environment's Python does not run any more (moved, upgraded), the stamp proves nothing.
ifeq ($(shell $(PY) -c 'import pip' 2>/dev/null && echo runs),)
.PHONY: $(VENV)/made.stamp
endif

$(VENV)/made.stamp:
	@for python in $(if $(PYTHON),"$(PYTHON)",python3 python3.14 python3.13 python3.12 python3.11); do \
	    if "$$python" -c 'import sys; sys.exit(sys.version_info < (3, 11, 5))' 2>/dev/null; then \
	        exec "$$python" -m venv --clear $(VENV); \
	    fi; \
	done; \
	echo "This needs Python 3.11.5 or newer: install one, or name it with PYTHON=/path/to/python." >&2; \
	exit 1
	@touch $@

$(VENV)/site.stamp: requirements.txt $(VENV)/made.stamp
	@echo "Installing what the site is built with into $(VENV)" >&2
	@$(INSTALL) --require-hashes -r requirements.txt
	@touch $@

$(VENV)/dev.stamp: requirements-dev.txt $(VENV)/site.stamp
	@echo "Installing what the tests need into $(VENV)" >&2
	@$(INSTALL) --require-hashes -r requirements-dev.txt
	@touch $@

# Without their install scripts: none of these packages needs one.
tools/audit/node_modules: tools/audit/package-lock.json
	@npm ci --prefix tools/audit --ignore-scripts --no-audit --no-fund --loglevel=error
	@touch $@

# uv alone resolves for every platform at once; only this command needs it.
$(UV): $(VENV)/made.stamp
	@$(PY) -m venv $(VENV)/lock
	@$(VENV)/lock/bin/python -m pip --quiet --quiet --disable-pip-version-check install uv==0.13.9
