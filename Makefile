# Two commands from a fresh clone: `make demo` sets up and codes the samples, `make test` installs what tests need and
# runs them. Everything lands in .venv.

PYTHON ?= python3
BIN := .venv/bin
CORPORA ?= ../shared/corpora
RAW ?= ../shared/gold

.PHONY: demo test check tests screenshots docs package audit changes lock model scorer evaluate benchmark wheel clean

demo: .venv/installed
	$(BIN)/dateline code examples/articles

test: check tests

check: .venv/installed-dev
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports

tests: .venv/installed-dev
	$(BIN)/python -m pytest

screenshots: .venv/installed-dev
	DATELINE_SCREENSHOTS=docs/newsroom $(BIN)/python -m pytest -q tests/web/test_screenshots.py

# Look at it with: python3 -m http.server --bind 127.0.0.1 --directory build/site
docs: .venv/installed-dev
	NO_MKDOCS_2_WARNING=1 $(BIN)/python -m mkdocs build --quiet

# Source archive, wheel, and the wheel with what it needs in an environment of its own, where it codes a sentence.
package: .venv/installed-dev
	rm -rf build/environment build/dist
	$(BIN)/python -m build --no-isolation --outdir build/dist .
	$(PYTHON) -m venv build/environment
	build/environment/bin/python -m pip install --quiet --disable-pip-version-check --no-compile --constraint requirements.lock build/dist/*.whl
	cd build && environment/bin/dateline doctor
	cd build && echo 'Rebels seized a town in Mali on Monday.' | environment/bin/dateline code - --json | grep --quiet ASSAULT

# Known holes in what is locked. Needs the network: fails where a package cannot be asked about, too.
audit: .venv/installed-dev
	$(BIN)/python -m pip install --quiet --disable-pip-version-check pip-audit
	$(BIN)/python -m pip_audit --strict --requirement requirements.lock --no-deps --disable-pip --progress-spinner off

changes: .venv/installed-dev
	$(BIN)/python -m towncrier build --yes --version $(VERSION)

.venv/installed: pyproject.toml requirements.lock
	$(PYTHON) -m venv .venv
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable .
	touch $@

.venv/installed-dev: .venv/installed
	$(BIN)/python -m pip install --quiet --disable-pip-version-check --constraint requirements.lock --editable '.[dev,docs,postgres,ray]'
	touch $@

lock:
	$(BIN)/python -m pip install --quiet uv
	$(BIN)/uv pip compile pyproject.toml --extra dev --extra docs --extra postgres --extra ray --universal --python-version 3.11 --no-emit-index-url --no-header \
		--quiet --upgrade --output-file requirements.lock

model: .venv/installed-dev
	$(BIN)/python -m pip install --quiet --editable '.[train]'
	$(BIN)/python -m training.train $(CORPORA) training/runs/first --layers 6 --epochs 7 --seed 1
	$(BIN)/python -m training.train $(CORPORA) training/runs/second --layers 6 --epochs 6 --rate 0.7 --seed 2 \
		--from training/runs/first --teachers training/runs/first --raw $(RAW)
	$(BIN)/python -m training.train $(CORPORA) training/runs/third --layers 6 --epochs 7 --rate 0.7 --seed 3 \
		--from training/runs/second --teachers training/runs/first training/runs/second --raw $(RAW)
	$(BIN)/python -m training.lemmas $(CORPORA) src/dateline/nlp/weights/lemmas.json
	$(BIN)/python -m training.export training/runs/third
	$(MAKE) scorer
	$(BIN)/python -m training.evaluate $(CORPORA)

scorer: .venv/installed-dev
	$(BIN)/python -m pip install --quiet --editable '.[train]'
	$(BIN)/python -m training.acts corpus
	$(BIN)/python -m training.acts.calibrate corpus

evaluate: .venv/installed-dev
	$(BIN)/python -m training.evaluate $(CORPORA)

benchmark: .venv/installed-dev
	$(BIN)/python benchmarks/speed.py $(RAW)/polnear
	$(BIN)/python benchmarks/jobs.py $(RAW)/polnear

wheel: .venv/installed-dev
	$(BIN)/python -m pip wheel --quiet --no-deps --wheel-dir dist .

clean:
	rm -rf .venv dist build
