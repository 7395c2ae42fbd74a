PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PORT ?= 8000
SERVE ?= 1
HOME_DIR := $(if $(HENGCAI_HOME),$(HENGCAI_HOME),var)
HENGCAI := $(BIN)/python -m hengcai

.DEFAULT_GOAL := help
.PHONY: help demo test test-slow cover check bench messages docs reference clean assets install

help: ## what there is
	@grep -E '^[a-z-]+:.*##' $(MAKEFILE_LIST) | sed -E 's/:.*## /\t/' | expand -t 14

demo: $(VENV)/app.done assets ## a contact centre's quarter on http://127.0.0.1:8000
	@$(HENGCAI) demo
	@if [ "$(SERVE)" != "0" ]; then $(HENGCAI) serve --port $(PORT); fi

test: $(VENV)/dev.done assets ## every test but the slow ones
	@tools/browser.sh
	$(BIN)/python -m pytest -n 2 --dist loadfile -m "not slow"

test-slow: $(VENV)/dev.done assets ## simulations, kills, large imports
	$(BIN)/python -m pytest -m slow

cover: $(VENV)/dev.done assets ## branch coverage: 100 % of rules and measurement, 95 % of the rest
	$(BIN)/python -m pytest -q -n 2 --dist loadfile -m "not slow and not browser and not postgres" --cov=hengcai --cov-branch --cov-report=
	$(BIN)/coverage report --include='hengcai/measurement/*,hengcai/*/rules/*,hengcai/*/rules.py' --fail-under=100
	$(BIN)/coverage report --fail-under=95

check: $(VENV)/dev.done ## style, types, floors, migrations, catalogues
	@tools/check.sh

bench: $(VENV)/dev.done ## prints how fast and how large
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

$(VENV)/app.done: requirements/app.txt pyproject.toml
	@test -x $(BIN)/python || $(PYTHON) -m venv $(VENV)
	@echo "installing (the first time takes a minute)"
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/app.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --no-deps --no-build-isolation -e .
	@$(BIN)/python tools/messages.py --compile
	@touch $@

$(VENV)/dev.done: $(VENV)/app.done requirements/dev.txt
	@$(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/dev.txt
	@touch $@

# its own environment: what builds pages need not agree with what serves them
$(VENV)/docs.done: requirements/docs.txt
	@mkdir -p $(VENV)
	@test -x $(VENV)/docs/bin/python || $(PYTHON) -m venv $(VENV)/docs
	@echo "installing what builds the documentation"
	@$(VENV)/docs/bin/python -m pip install --quiet --disable-pip-version-check --require-hashes -r requirements/docs.txt
	@touch $@

$(HOME_DIR)/assets/fonts/regular.ttf: package-lock.json
	@sh tools/assets.sh "$(HOME_DIR)/assets"

clean: ## removes what make made, data included
	rm -rf $(VENV) var site build *.egg-info
