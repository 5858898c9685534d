# make run: a running office with demo data. make test: every test. The rest is for who builds it.
SHELL := /bin/bash
PY := .venv/bin/python
.PHONY: run test check bench demo-reset setup setup-dev

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
	@for file in bench/*.py; do echo "== $$file"; $(PY) "$$file" || exit 1; done
