# make run   what is missing is installed, kvgraph is built and run on seeds/
# make test  every check
# make test-browser  the explorer, in a real browser
# make bench what reading costs, by format, and our work beside others' (make bench-quick: once, not five times)

KVGRAPH = .build/release/kvgraph
STORE = output/kvgraph.sqlite

.PHONY: run test test-browser bench bench-quick bench-build build lint setup clean

run: build
	@echo; echo '$$ kvgraph build'; $(KVGRAPH) build seeds --store $(STORE)
	@echo; echo '$$ kvgraph top --limit 10'; $(KVGRAPH) top --limit 10 --store $(STORE)
	@echo; echo '$$ kvgraph shared'; $(KVGRAPH) shared --store $(STORE)
	@echo; echo '$$ kvgraph coupled'; $(KVGRAPH) coupled --store $(STORE)
	@echo; echo '$$ kvgraph render --svg'; $(KVGRAPH) render --svg --store $(STORE) -o output/graph.svg
	@echo; echo 'Written: $(STORE) (the store) and output/graph.svg (the picture).'
	@echo 'The command is $(KVGRAPH); try: $(KVGRAPH) --help'

build: setup
	swift build -c release --product kvgraph

test: setup lint
	swift build --build-tests
	swift test --skip-build --disable-xctest

# The explorer in headless Chromium.
test-browser: setup
	@.ci/setup-browser
	swift build --product kvgraph
	python3 Tests/Browser/explorer_test.py .build/debug/kvgraph

# What reading costs, by format: the letters of the project, and those in ../shared/letters when they are there. Then a
# table of our work beside that of others (../shared/bench), each row a file in Sources/Benchmark/Rows.
bench: bench-build
	.build/release/kvgraph-bench $(KVGRAPH) Tests/Letters $(wildcard ../shared/letters) | tee output/bench.md
	@echo | tee -a output/bench.md
	.build/release/kvgraph-bench table ../shared/bench | tee -a output/bench.md

bench-quick: bench-build
	.build/release/kvgraph-bench table --quick ../shared/bench

bench-build: build
	swift build -c release --product kvgraph-bench

lint:
	swift format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests

setup:
	@.ci/setup

clean:
	rm -rf .build output/*.sqlite
