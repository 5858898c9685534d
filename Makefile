# make run: a running office with demo data. make test: every test. The rest is for who builds it.
# make bench prints all figures, and fails at its end where one is not what is wanted (MISSED).
SHELL := /bin/bash
PY := .venv/bin/python
.PHONY: run test check bench model demo-reset setup setup-dev

setup:
	@scripts/setup run

setup-dev:
	@scripts/setup dev

run: setup
	@.venv/bin/terbuka office run --demo

demo-reset: setup
	@.venv/bin/terbuka office reset-demo

test: setup-dev
	@scripts/test

check: setup-dev
	.venv/bin/ruff check src tests bench scripts
	.venv/bin/ruff format --check src tests bench scripts
	.venv/bin/mypy
	.venv/bin/lint-imports
	$(PY) -m terbuka.office.checks

bench: setup-dev
	@scripts/setup bench
	@missed=; for file in bench/*.py; do echo "== $$file"; $(PY) "$$file" || missed="$$missed $$file"; done; \
	if [ "$$missed" ]; then echo "Missed what is wanted, or broke:$$missed"; exit 1; fi

# Makes the models that screening ships (about a quarter of an hour). An office adds what its officers decided and
# keeps the result to itself: make model LEARNED=folder INTO=folder, then TERBUKA_MODELS=folder.
SHARED ?= ../shared/screening-data
model: setup-dev
	@$(if $(and $(LEARNED),$(if $(INTO),,none)),$(error LEARNED holds personal data: give INTO=folder as well))\
	$(PY) -m terbuka.screening.training --shared "$(SHARED)" $(if $(INTO),--into "$(INTO)") corpus/own corpus/fresh $(if $(LEARNED),"$(LEARNED)")
