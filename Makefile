PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
SERVE ?= 1
HOME_DIR := $(if $(HENGCAI_HOME),$(HENGCAI_HOME),var)
HENGCAI := $(BIN)/python -m hengcai

.DEFAULT_GOAL := help
.PHONY: help demo test test-slow cover check bench messages docs reference clean assets install environments locks

help: ## what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/app.done assets ## a contact centre's quarter on http://127.0.0.1:8000
	@$(HENGCAI) demo
	@if [ "$(SERVE)" != "0" ]; then $(HENGCAI) serve --port $(PORT); fi

test: $(VENV)/dev.done assets ## every test but the slow ones
	@tools/browser.sh
	$(BIN)/python -m pytest -n 2 --dist loadfile --no-loadscope-reorder -m "not slow"

test-slow: $(VENV)/dev.done assets ## simulations, kills, large imports
	$(BIN)/python -m pytest -m slow

cover: $(VENV)/dev.done assets ## branch coverage: 100 % of rules and measurement, 95 % of the rest
	$(BIN)/python -m pytest -q -n 2 --dist loadfile --no-loadscope-reorder -m "not slow and not browser and not postgres" --cov=hengcai --cov-branch --cov-report=
	$(BIN)/coverage report --include='hengcai/measurement/*,hengcai/*/rules/*,hengcai/*/rules.py' --fail-under=100
	$(BIN)/coverage report --fail-under=95

check: $(VENV)/dev.done ## style, types, floors, migrations, catalogues
	@tools/check.sh

bench: $(VENV)/dev.done ## prints how fast and how large; BENCH_AGAINST=COMMIT beside another build
	@test -n "$(BENCH_AGAINST)" || $(MAKE) --no-print-directory $(VENV)/peers.done || echo "the peers could not be installed: our figures stand alone"
	$(BIN)/python tools/bench.py

messages: $(VENV)/dev.done ## brings the Chinese catalogues up to date
	$(BIN)/python tools/messages.py --update

docs: $(VENV)/docs.done ## the documentation as pages under site/
	@$(VENV)/docs/bin/python tools/docs.py

reference: $(VENV)/dev.done ## brings docs/*/reference and the pictures of docs/*/explain up to date
	@$(BIN)/python tools/reference.py
	@$(BIN)/python tools/explain.py

assets: $(HOME_DIR)/assets/fonts/regular.ttf

install: $(VENV)/app.done

environments: $(VENV)/dev.done $(VENV)/docs.done $(VENV)/peers.done ## every environment there is, each held to its lock

# $(1) an environment, made where it is missing or was left half made, $(2) what is told
define environment
	@mkdir -p $(VENV)
	@$(PYTHON) -c 'import sys; sys.exit("Python 3.11 or newer is needed: make PYTHON=python3.12 …" if sys.version_info < (3, 11) else 0)'
	@$(1)/bin/python -m pip --version >/dev/null 2>&1 || $(PYTHON) -m venv $(1)
	@echo "installing $(2)"
endef

# $(1) an environment, $(2) its lock. What builds a package is locked as well: a newer one may no longer build it.
define locked
	@$(1)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/build.txt
	@$(1)/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes --no-build-isolation -r requirements/$(2).txt
	@$(1)/bin/python tools/locks.py $(2)
endef

$(VENV)/app.done: requirements/build.txt requirements/app.txt pyproject.toml
	$(call environment,$(VENV),(the first time takes a minute))
	$(call locked,$(VENV),app)
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python tools/messages.py --compile
	@touch $@

$(VENV)/dev.done: $(VENV)/app.done requirements/dev.txt
	$(call locked,$(VENV),dev)
	@touch $@

# its own environment: what builds pages need not agree with what serves them
$(VENV)/docs.done: requirements/build.txt requirements/docs.txt
	$(call environment,$(VENV)/docs,what builds the documentation)
	$(call locked,$(VENV)/docs,docs)
	@touch $@

# nothing of these is ever imported by the application
$(VENV)/peers.done: requirements/build.txt requirements/peers.txt
	$(call environment,$(VENV)/peers,what the bench compares with)
	$(call locked,$(VENV)/peers,peers)
	@touch $@

locks: ## makes requirements/*.txt again from *.in; UPGRADE=1 takes the newest versions
	@tools/locks.sh

$(HOME_DIR)/assets/fonts/regular.ttf: package-lock.json
	@sh tools/assets.sh "$(HOME_DIR)/assets"

clean: ## removes what make made, data included
	rm -rf $(VENV) var site build *.egg-info
