# What there is to type. Each target sets up what it needs; a second call is quick.

PYTHON ?= python3
VENV   := .venv
BIN    := $(VENV)/bin
SITE   := build/site
PORT   ?= 8000
NU     := tools/node_modules/vnu-jar/build/dist/vnu.jar

.DEFAULT_GOAL := help
.DELETE_ON_ERROR:
.PHONY: help site serve check lint test accept bench screenshots lock clean

help: ## list the targets
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/make \1 \2/p' $(MAKEFILE_LIST) \
	  | awk '{ printf "  %-4s %-11s ", $$1, $$2; $$1 = $$2 = ""; print }'

site: $(VENV)/.run ## build the demo district into build/site
	$(BIN)/qingdan build --out $(SITE)
	@echo "Open $(SITE)/index.html in a browser, or put $(SITE) on any web server."

serve: $(VENV)/.run ## live preview while you edit content (PORT=8000)
	$(BIN)/qingdan serve --port $(PORT)

check: $(VENV)/.run ## check the content, write nothing
	$(BIN)/qingdan check

lint: $(VENV)/.test ## style, types and the direction of imports
	$(BIN)/ruff check
	$(BIN)/ruff format --check
	$(BIN)/mypy
	$(BIN)/lint-imports --no-logo

test: lint check $(NU) ## everything a change must pass
	@tools/provide.sh chromium nginx java
	$(BIN)/pytest --numprocesses auto --maxprocesses 4 --dist loadfile

accept: $(VENV)/.test ## take what the program says now as the expected truth
	$(BIN)/python -m tests.accept
	$(BIN)/python -m tests.accept_broken

bench: $(VENV)/.bench ## measure builds, history and search against other ways
	@tools/provide.sh chromium
	$(BIN)/python -m bench
	$(BIN)/python -m bench.history
	$(BIN)/python -m bench.search
	$(BIN)/python -m bench.pages

screenshots: site $(VENV)/.test ## pictures of every kind of page into build/screenshots
	@tools/provide.sh chromium
	$(BIN)/python -m tests.screenshots $(SITE) build/screenshots docs/pictures
	$(BIN)/python -m tests.guide_pictures $(SITE)

lock: $(VENV)/.lock ## pin every dependency anew, with hashes
	tools/lock.sh $(BIN)/uv

clean: ## remove what the other targets made
	rm -rf build $(VENV) tools/node_modules \
	  .hypothesis .import_linter_cache .mypy_cache .pytest_cache .ruff_cache

# Each set contains the run set at the same versions, so one environment serves all.
$(VENV)/.run $(VENV)/.test $(VENV)/.bench: $(VENV)/.%: requirements/%.txt $(VENV)/.made
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r $<
	$(BIN)/pip install -q --disable-pip-version-check \
	  --no-deps --no-build-isolation --no-index -e .
	@touch $@

$(VENV)/.lock: requirements/lock.txt $(VENV)/.made
	$(BIN)/pip install -q --disable-pip-version-check --require-hashes -r $<
	@touch $@

$(VENV)/.made:
	@tools/provide.sh python:$(PYTHON)
	$(PYTHON) -m venv --clear $(VENV)
	@touch $@

$(NU): tools/package-lock.json
	@tools/provide.sh npm
	npm ci --prefix tools
	@touch $@
