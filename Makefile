# make run   what is missing is installed, kvgraph is built and run on seeds/
# make test  lint, and every test in Swift; .ci/run: every check
# make test-generator  10,000 letters made of parts (make test reads 1,500 of them)
# make test-mutations   20,000 damaged letters of every format through the program (make test: 400)
# make test-browser  the explorer, in a real browser
# make test-kind     a kind of source is added in one file, one row and one file of cases, and seen everywhere
# make test-spark    a collection built in parts by Spark, on this machine
# make fuzz   libFuzzer, FUZZ_SECONDS for each target (60); make trust: every promise of SECURITY.md, tried: output/trust.md
# make test-asan, make test-tsan   the tests under a sanitizer
# make install PREFIX=/usr/local   the program, its manual, completions and licences (DESTDIR= for packagers)
# make dist   a tarball and a Debian package that run without Swift, in .build/dist; make sbom: what they are made of
# make test-exchange  exports, as networkx, igraph, pandas, rdflib and Datasette read them
# make test-install  what make install and make dist make, of the program built for release
# make docs   the library's documentation, with DocC
# make accuracy      precision and recall on labelled letters, and what changed since the last commit
# make bench what reading costs, by format, and our work beside others', up to 86,000 letters (20 minutes; bench-quick: 2)
# make bench-stages  instructions a byte, by what is done with it

KVGRAPH = .build/release/kvgraph
STORE = output/kvgraph.sqlite
# What the peers and the letters of the benchmark come from.
SHARED = ../shared
# Swift's own libraries go into the program where they can: it starts in half the time, and runs without Swift.
ifeq ($(shell uname),Linux)
STATIC = --static-swift-stdlib
endif

.PHONY: run test test-generator test-mutations accuracy test-browser test-kind test-spark bench bench-quick bench-stages bench-build
.PHONY: docs build lint setup clean install dist sbom test-exchange test-install fuzz trust test-asan test-tsan

run: build
	@echo; echo '$$ kvgraph build'; $(KVGRAPH) build seeds --store $(STORE)
	@echo; echo '$$ kvgraph top --limit 10'; $(KVGRAPH) top --limit 10 --store $(STORE)
	@echo; echo '$$ kvgraph shared'; $(KVGRAPH) shared --store $(STORE)
	@echo; echo '$$ kvgraph coupled'; $(KVGRAPH) coupled --store $(STORE)
	@echo; echo '$$ kvgraph render --svg'; $(KVGRAPH) render --svg --store $(STORE) -o output/graph.svg
	@echo; echo 'Written: $(STORE) (the store) and output/graph.svg (the picture).'
	@echo 'The command is $(KVGRAPH); try: $(KVGRAPH) --help'

build: setup
	@.ci/commit
	swift build -c release $(STATIC) --product kvgraph

test: setup lint
	@start=$$(date +%s); swift build --build-tests && built=$$(date +%s) && swift test --skip-build --disable-xctest && \
	end=$$(date +%s) && echo "make test: $$((end - start)) s, of which $$((built - start)) s to build"

# Every citation gained, lost or moved since the last commit is listed; its counts go into the commit message. Differences
# are no error (status 1 of the program), what could not be compared is.
accuracy: setup
	swift build --product kvgraph
	swift build --product kvgraph-accuracy
	@.build/debug/kvgraph-accuracy .build/debug/kvgraph || [ $$? = 1 ]

# Letters of every format after an accident, through the real program: MUTATIONS of them (make test takes 400).
MUTATIONS = 20000
test-mutations: setup
	swift build --build-tests
	MUTATIONS=$(MUTATIONS) swift test --skip-build --disable-xctest --filter MutationTests

# All of what the generator makes; another seed with GENERATOR_SEED=….
test-generator: setup
	swift build --build-tests
	GENERATOR=all swift test --skip-build --disable-xctest --filter GeneratorTests

# The explorer in headless Chromium.
test-browser: setup
	@.ci/setup-browser
	swift build --product kvgraph
	KVGRAPH=.build/debug/kvgraph python3 -m unittest discover -s Tests/Browser -p '*_test.py'

# A kind of source that is made up, in a copy of the package.
test-kind: setup
	@command -v python3 >/dev/null 2>&1 || .ci/setup-browser
	python3 Tests/MadeUpKind/made_up_kind_test.py

# Spark from PyPI, Java from Debian: the program in the article on scaling.
test-spark: setup
	@.ci/setup-spark
	swift build --product kvgraph
	swift build --product kvgraph-bench
	.build/debug/kvgraph-bench letters .build/own-letters/spark
	[ ! -e .build/spark/ready ] || .build/spark/bin/python Tests/Spark/spark_test.py .build/debug/kvgraph .build/own-letters/spark

# What reading costs, by format: the same letters of our own in each, and those in ../shared/letters when they are there. Then a
# table of our work beside that of others (../shared/bench), its rows in Sources/Benchmark/Rows. What it needs
# (letters by kvgraph-bench corpus, others' programs from PyPI) is made in .build/bench the first time.
# What cannot be installed is named in its row.
bench: bench-build
	@.ci/setup-bench || true
	.build/release/kvgraph-bench letters .build/bench/letters
	.build/release/kvgraph-bench $(KVGRAPH) .build/bench/letters $(wildcard $(SHARED)/letters) | tee output/bench.md
	@echo | tee -a output/bench.md
	.build/release/kvgraph-bench table $(SHARED)/bench | tee -a output/bench.md

# Instructions a byte, by what is done with it: the same on a machine however busy.
bench-stages: bench-build
	@.ci/setup-bench
	@.build/release/kvgraph-bench stages $(SHARED)/bench

bench-quick: bench-build
	@.ci/setup-bench || true
	.build/release/kvgraph-bench table --quick $(SHARED)/bench

bench-build: build
	swift build -c release $(STATIC) --product kvgraph-bench

# Other programs' readers, from PyPI, in an environment of their own.
test-exchange: setup
	@.ci/setup-exchange
	swift build --product kvgraph
	[ ! -e .build/exchange/ready ] || .build/exchange/bin/python Tests/Exchange/exchange_test.py .build/debug/kvgraph

# What reaches new code is kept in .build/fuzz, where the next run starts. FUZZ_TARGETS="text html": only those.
FUZZ_SECONDS = 60
FUZZ_TARGETS =
# `address` finds what reads beside memory; `make fuzz FUZZ_SANITIZER=` takes more inputs in the same time.
FUZZ_SANITIZER = address
FUZZ_BUILD = .build/fuzz-$(or $(FUZZ_SANITIZER),plain)

fuzz: setup
	@command -v python3 >/dev/null 2>&1 || .ci/setup-browser
	KVGRAPH_FUZZ=1 swift build -c release --sanitize fuzzer $(addprefix --sanitize ,$(FUZZ_SANITIZER)) -Xswiftc -enable-testing \
	    -Xswiftc -sanitize-coverage=edge,inline-8bit-counters,pc-table --scratch-path $(FUZZ_BUILD) --product kvgraph-fuzz
	python3 Tests/Fuzz/fuzz.py $(FUZZ_BUILD)/release/kvgraph-fuzz $(FUZZ_SECONDS) $(FUZZ_TARGETS)

# The program as it is installed, and those who mean no good. ROOMS="server names": only those, without a report.
ROOMS =
trust: build
	@.ci/setup-trust
	KVGRAPH=$(KVGRAPH) python3 Tests/Trust/trust.py $(ROOMS)

# TESTS="--filter FormatTests": a part.
TESTS =

test-asan: setup
	ASAN_OPTIONS=detect_leaks=0 swift test --sanitize address --disable-xctest --scratch-path .build/asan $(TESTS)

test-tsan: setup
	swift test --sanitize thread --disable-xctest --scratch-path .build/tsan $(TESTS)

PREFIX = /usr/local

install: build
	@DESTDIR=$(DESTDIR) .ci/install $(PREFIX)

dist: build
	@.ci/dist

sbom:
	@.ci/sbom

test-install: build
	@command -v python3 >/dev/null 2>&1 || .ci/setup-browser
	python3 Tests/Install/install_test.py

docs: setup
	@.ci/docs

lint:
	swift format lint --strict --recursive --configuration .swift-format Package.swift Sources Tests

setup:
	@.ci/setup

clean:
	rm -rf .build output/*.sqlite
