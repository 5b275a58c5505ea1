# Every command that a person needs; `make` alone lists them. What they do is in CONTRIBUTING.md.

SHELL := /bin/bash
.SHELLFLAGS := -euo pipefail -c
.DELETE_ON_ERROR:
.DEFAULT_GOAL := help

TARGET := $(or $(CARGO_TARGET_DIR),target)
# One set of features for everything but the release, so that nothing is compiled twice.
FEATURES := $(if $(wildcard frontend/package.json),--features embed)
NEXTEST := $(shell command -v cargo-nextest)
TEST := cargo $(if $(NEXTEST),nextest run --no-fail-fast,test --no-fail-fast)
# What needs a database runs on each (without nextest everything does); the two worlds, which take long, on one, and so the command
# line, which makes its own.
WITH_DATABASE := $(if $(NEXTEST),-E '(binary(it) - test(/^(command_line|dependencies|layering|learnt::hidden)::/)) | test(/^worker::/) | test(/_on_postgres$$/)')
# Tests have threads of the depth that the server gives its own (src/cli/mod.rs).
export RUST_MIN_STACK := 8388608
# The servers that tests use are the ones that these targets start, whatever the shell says.
ON_SQLITE := env -u DATABASE_URL -u REDIS_URL -u TEST_POSTGRES_URL -u TEST_REDIS_URL
ON_SERVERS := $(ON_SQLITE) scripts/with-servers

.PHONY: help
help: ## This list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-22s %s\n", $$1, $$2}' Makefile

# ---------------------------------------------------------------- try and build

.PHONY: run
run: needs-run frontend ## Build, seed a demo partnership and serve it (ARGS="--listen 127.0.0.1:9000")
	cargo build --locked $(FEATURES) --bin ridgeway
	@exec $(TARGET)/debug/ridgeway demo $(ARGS)

.PHONY: build
build: needs-run frontend ## The release binary, with the frontend inside
	cargo build --release --locked $(FEATURES) --bin ridgeway
	@ls -lh $(TARGET)/release/ridgeway

.PHONY: figures
figures: needs-test build ## Measure speed, memory and size on this machine
	@$(ON_SERVERS) scripts/figures $(TARGET)/release/ridgeway

.PHONY: soak
soak: needs-test build ## Two nodes under load for long (SOAK_MINUTES=30): figures, and whether memory grows
	@$(ON_SERVERS) scripts/soak $(TARGET)/release/ridgeway

# ---------------------------------------------------------------- test

# The frontend is checked before it is built: building writes the generated types that the check compares.
.PHONY: test
test: ## Everything that has to be green, step by step
	@MAKE="$(MAKE)" scripts/steps needs-test format check-frontend frontend check-size lint test-sqlite \
	  test-docs test-postgres check-schema test-browser test-browser-postgres

.PHONY: format
format: ## The Rust code is formatted (put it right with: cargo fmt --all)
	cargo fmt --all --check

.PHONY: lint
lint: frontend ## Clippy, warnings refused
	cargo clippy --workspace --all-targets --locked $(FEATURES) -- -D warnings

# What is tried through the API is the same in each run, so that what fails is what was changed; `make fuzz` tries other input.
REPEATED := FUZZ_SEED=20261124

.PHONY: test-sqlite
test-sqlite: frontend ## Unit and integration tests, on SQLite
	$(ON_SQLITE) $(REPEATED) $(TEST) --workspace --tests --locked $(FEATURES)

.PHONY: fuzz
fuzz: needs-test frontend ## What nobody thought of, 30 times as much of it as in make test (FUZZ_TIMES=30)
	FUZZ_TIMES=$${FUZZ_TIMES:-30} $(ON_SQLITE) $(TEST) --workspace --test it --locked $(FEATURES) fuzz:: insight::operations delivery::interleavings
	FUZZ_TIMES=$${FUZZ_TIMES:-30} $(ON_SERVERS) $(TEST) --workspace --test it --locked $(FEATURES) fuzz:: insight::operations delivery::interleavings

.PHONY: test-docs
test-docs: frontend ## The examples in the documentation, and what must not compile
	cargo test --workspace --doc --locked $(FEATURES)

.PHONY: worlds
worlds: frontend ## Two partnerships that differ in one hidden thing, asked everything by everyone (half an hour)
	WORLDS=all $(ON_SQLITE) cargo nextest run --no-fail-fast --test-threads 1 --workspace --test it --locked $(FEATURES) learnt::hidden

.PHONY: test-postgres
test-postgres: frontend ## What needs a database again, on a PostgreSQL and a Redis of their own
	$(ON_SERVERS) env $(REPEATED) $(TEST) --workspace --lib --test it --locked $(FEATURES) $(WITH_DATABASE)

# The binary in $(TARGET)/debug is the one that the tests built.
.PHONY: check-schema
check-schema: ## schema.graphql is what the program prints (put it right with: make schema)
ifneq ($(wildcard schema.graphql),)
	$(ON_SQLITE) $(TARGET)/debug/ridgeway schema | diff -u schema.graphql -
else
	@echo "there is no schema.graphql yet"
endif

.PHONY: schema
schema: frontend ## Print schema.graphql again
	cargo build --locked $(FEATURES) --bin ridgeway
	$(TARGET)/debug/ridgeway schema > schema.graphql.new && mv schema.graphql.new schema.graphql

# ---------------------------------------------------------------- frontend and browser

NPM_CI := npm ci --ignore-scripts --no-audit --no-fund

ifneq ($(wildcard frontend/package.json),)
.PHONY: frontend
frontend: frontend/dist/index.html ## Build the frontend

.PHONY: check-frontend
check-frontend: frontend/node_modules/.package-lock.json ## Generated types, types, format, lint, unused code, unit tests
	cd frontend && npm run check
	@cd frontend && before=$$(sha256sum dist-documents/trusted.json) && node scripts/trusted-documents.mjs && \
	  { sha256sum --check --quiet <<< "$$before" || { echo "dist-documents was stale and is written again: commit it"; exit 1; }; }

.PHONY: check-size
check-size: frontend ## What a browser loads is within its budget
	cd frontend && npm run size

frontend/dist/index.html: frontend/node_modules/.package-lock.json $(wildcard schema.graphql) \
  $(shell find frontend -type f -not -path '*/node_modules/*' -not -path 'frontend/dist*' -not -path 'frontend/src/gql/*')
	cd frontend && npm run build
	@touch $@
else
.PHONY: frontend check-frontend check-size
frontend check-frontend check-size:
	@echo "there is no frontend yet"
endif

%/node_modules/.package-lock.json: %/package-lock.json
	cd $* && $(NPM_CI)
	@touch $@

ifneq ($(wildcard tests/browser/package.json),)
BROWSER := RIDGEWAY_BIN="$$(realpath $(TARGET)/debug/ridgeway)" \
  CHROMIUM="$$(source scripts/lib.sh && chromium_path)" npm --prefix tests/browser test

.PHONY: test-browser
test-browser: tests/browser/node_modules/.package-lock.json ## Browser tests against the real binary, on SQLite
	$(ON_SQLITE) $(BROWSER)

# The story of the README once more, its windows on two nodes with one PostgreSQL and one Redis.
.PHONY: test-browser-postgres
test-browser-postgres: tests/browser/node_modules/.package-lock.json ## The main story in the browser, on two nodes with PostgreSQL and Redis
	$(ON_SERVERS) bash -c 'source scripts/lib.sh && RIDGEWAY_TEST_NODES=2 DATABASE_URL=$$TEST_POSTGRES_URL REDIS_URL=$$TEST_REDIS_URL $(BROWSER) -- --grep @story'
else
.PHONY: test-browser test-browser-postgres
test-browser test-browser-postgres:
	@echo "there are no browser tests yet"
endif

# ---------------------------------------------------------------- this machine

.PHONY: needs-run
needs-run:
	@scripts/needs run

.PHONY: needs-test
needs-test:
	@scripts/needs test
