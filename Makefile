# Wardlight in a few words: `make run` and `make test` set everything up themselves. The steps are small scripts in .make/,
# tool versions stand in .make/versions.env.
MAKEFLAGS += --no-print-directory
.DEFAULT_GOAL := help
.PHONY: help run dev test bench visual lint prepare audit clean reset-demo setup page \
        test-fmt test-clippy test-wasm-clippy test-queries test-domain test-ui test-app test-hospital test-server test-size test-browser

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-18s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

run: ## set up, build and start the demo hospital on http://127.0.0.1:3000 (WARDLIGHT_ADDR moves it)
	@.make/setup.sh run
	@.make/page.sh
	@.make/server.sh demo
	@exec .make/run.sh

dev: ## the same, rebuilt on every change; open pages reload themselves
	@.make/setup.sh run
	@exec .make/dev.sh

test: ## the whole gate: form, clippy, queries, tests on PostgreSQL, page size, browser journeys
	@.make/test.sh

bench: ## measure against the limits and write server/benches/RESULTS.md
	@.make/setup.sh run
	@.make/bench.sh

visual: ## photograph every part and page beside the kept pictures; `make visual WRITE=1` keeps them anew
	@.make/visual.sh

lint: ## form and clippy, server and browser
	@.make/setup.sh test
	@.make/lint.sh fmt
	@.make/lint.sh native
	@.make/lint.sh wasm

prepare: ## renew the query data in .sqlx (after a change of SQL or of a migration)
	@.make/packages.sh run
	@.make/rust.sh
	@.make/query-data.sh write

audit: ## licences, unwanted crates, sources, known weaknesses of what we depend on
	@.make/audit.sh

clean: ## remove everything built (tools and the demo's data stay)
	@rm -rf target end2end/node_modules end2end/results

reset-demo: ## throw the demo hospital's data away
	@.make/reset-demo.sh

# The gate's steps one by one.
setup:            ; @.make/setup.sh test
page:             ; @.make/page.sh
test-fmt:         ; @.make/lint.sh fmt
test-clippy:      ; @.make/lint.sh native
test-wasm-clippy: ; @.make/lint.sh wasm
test-queries:     ; @.make/query-data.sh check
test-domain:      ; @.make/native.sh domain
test-ui:          ; @.make/native.sh ui
test-app:         ; @.make/native.sh app
test-hospital:    ; @.make/native.sh hospital
test-server:      ; @.make/native.sh server
test-size:        ; @.make/size-budget.sh
test-browser:     ; @.make/page.sh && .make/browser.sh
