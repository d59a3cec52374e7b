# Two commands do everything on a machine with Python 3.11+ (with venv) and make:
#   make demo   clean the seeds and say where the report is
#   make test   what CI runs: lint, types, layers, rule proofs, tests, the wheel's contents
# `make browser` opens the report in a real Chromium; `make reports` renews reports/; `make bench` says how fast it is,
# and with PAGES=folder (and BENCH="--every 15") how well it does beside peers on labelled pages.

PYTHON ?= python3
VENV ?= .venv
BIN := $(VENV)/bin
READY := $(VENV)/.ready

.PHONY: demo test browser reports docs lint types layers proofs unit wheel bench clean

demo: $(READY)
	$(BIN)/cleaner clean seeds/ -o out/ --profile statements --format jsonl

reports: $(READY)
	rm -rf out
	$(BIN)/cleaner clean seeds/ -o out/ --profile statements --format jsonl
	cp out/report.html out/report.json out/report.md reports/

docs: $(READY)
	$(BIN)/cleaner languages --docs --scores docs/languages.yaml > docs/languages.md
	$(BIN)/cleaner schema --docs > docs/validation-rules.md

test: lint types layers proofs unit wheel

# setuptools warns at length of any editable install with mapped folders; tests/wheel_contents.py watches the mapping
$(READY): pyproject.toml
	$(PYTHON) -c 'import sys; sys.exit(sys.version_info < (3, 11))' || { echo "cleaner needs Python 3.11 or later: make PYTHON=python3.12 …"; exit 2; }
	$(PYTHON) -m venv $(VENV)
	$(BIN)/python -m pip install --quiet --upgrade pip "setuptools>=80"
	PYTHONWARNINGS=ignore $(BIN)/python -m pip install --quiet --editable ".[dev,browser]"
	touch $(READY)

lint: $(READY)
	$(BIN)/ruff check .

# the type checker does not know of package-dir: a git-ignored link stands in for it
types: $(READY)
	ln -sfn ../schemas cleaner/schemas
	$(BIN)/mypy; status=$$?; rm -f cleaner/schemas; exit $$status

layers: $(READY)
	$(BIN)/lint-imports

proofs: $(READY)
	$(BIN)/cleaner rules test

unit: $(READY)
	$(BIN)/pytest -n auto --dist worksteal

# the wheel is built from the source archive, so what is missing from one is missing from the other
wheel: $(READY)
	rm -rf build dist
	$(BIN)/python -m build --no-isolation --outdir dist . >/dev/null
	$(BIN)/python tests/wheel_contents.py dist

browser: $(READY)
	tests/browser/install_chromium.sh
	$(BIN)/pytest -m browser tests/browser

bench: $(READY)
	$(BIN)/python benchmarks/speed.py
ifdef PAGES
	$(BIN)/python -m pip install --quiet --editable ".[bench]"
	$(BIN)/python benchmarks/extraction.py $(PAGES) $(BENCH)
	$(BIN)/python benchmarks/dumps.py $(PAGES) $(BENCH) --cache out/dumps
endif

clean:
	rm -rf $(VENV) out build dist cleaner/schemas
