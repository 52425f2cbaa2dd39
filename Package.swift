// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "kvgraph",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "kvgraph", targets: ["kvgraph"]),
        // From bytes to pages, each with all that stand before it.
        .library(name: "LetterReading", targets: ["LetterReading", "LetterFormats"]),
        .library(name: "CitationFinding", targets: ["CitationFinding", "DossierRegister"]),
        .library(name: "GraphAnalysis", targets: ["GraphAnalysis"]),
        .library(name: "GraphStorage", targets: ["GraphStorage"]),
        .library(name: "GraphDrawing", targets: ["GraphDrawing"]),
        .library(name: "GraphExchange", targets: ["GraphExchange"]),
        .library(name: "LetterCollection", targets: ["LetterCollection"]),
        .library(name: "LetterFetching", targets: ["LetterFetching"]),
        .library(name: "Explorer", targets: ["Explorer"]),
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        .target(name: "CMarkup"),
        .target(name: "CZip"),
        .target(name: "DutchText", swiftSettings: strict),
        .target(name: "CWording", exclude: ["dutch.tsv"]),
        .target(name: "Wording", dependencies: ["CWording"], swiftSettings: strict),
        .target(name: "LetterReading", dependencies: ["DutchText"], swiftSettings: strict),
        .target(
            name: "LetterFormats", dependencies: ["CMarkup", "CZip", "DutchText", "LetterReading"],
            swiftSettings: strict),
        .target(name: "CRegister", exclude: ["register.tsv"]),
        .target(name: "DossierRegister", dependencies: ["CRegister", "DutchText"], swiftSettings: strict),
        .target(name: "CCatalogue", exclude: ["reports.tsv", "works.tsv", "laws.tsv", "eerstekamer.tsv"]),
        .target(
            name: "CitationFinding", dependencies: ["CCatalogue", "DossierRegister", "DutchText", "LetterReading"],
            swiftSettings: strict),
        .target(
            name: "GraphAnalysis",
            dependencies: ["Wording", "DutchText", "LetterReading", "DossierRegister", "CitationFinding"],
            swiftSettings: strict),
        .target(
            name: "CMigrations", path: "Sources/GraphStorage/Schema/Migrations",
            exclude: [
                "001-letters.sql", "002-notes.sql", "003-files.sql", "004-titles.sql", "006-labels.sql",
                "007-names.sql",
                "009-letters-without-number.sql", "010-kinds.sql", "011-works.sql", "012-views.sql", "013-doubts.sql",
                "014-search.sql",
                "015-first-read.sql",
            ]),
        .target(
            name: "GraphStorage",
            dependencies: [
                "CMigrations", "DossierRegister", "DutchText", "LetterReading", "CitationFinding", "GraphAnalysis",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            exclude: ["Schema/Migrations"], swiftSettings: strict),
        .target(
            name: "LetterCollection",
            dependencies: [
                "DossierRegister", "DutchText", "LetterReading", "LetterFormats", "CitationFinding", "GraphAnalysis",
                "GraphStorage",
            ],
            swiftSettings: strict),
        // libcurl is opened when it is asked for: no command but fetch pays for it, and none is linked with it.
        .target(name: "CCurl"),
        .target(
            name: "LetterFetching",
            dependencies: [
                "CCurl", "Wording", "DutchText", "DossierRegister", "LetterFormats", "LetterCollection",
            ],
            swiftSettings: strict),
        .systemLibrary(
            name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
        .target(
            name: "GraphDrawing",
            dependencies: ["Wording", "DutchText", "CitationFinding", "GraphAnalysis", "CGraphviz"],
            swiftSettings: strict),
        .target(
            name: "GraphExchange",
            dependencies: [
                "DossierRegister", "DutchText", "Wording", "CitationFinding", "GraphAnalysis", "GraphDrawing",
            ],
            swiftSettings: strict),
        .target(name: "CExplorer", exclude: ["page"]),
        .target(
            name: "Explorer",
            dependencies: [
                "Wording", "CitationFinding", "GraphAnalysis", "GraphStorage", "GraphDrawing", "CExplorer",
                .product(name: "FlyingSocks", package: "FlyingFox"),
            ],
            swiftSettings: strict),
        .target(name: "CBuild"),
        // Of a debugging build the libraries are shared, and their tables with it.
        .target(name: "CSmallICU", cSettings: [.define("KVGRAPH_SMALL_ICU", .when(configuration: .release))]),
        .executableTarget(
            name: "kvgraph",
            dependencies: [
                "CBuild", "CSmallICU", "Wording", "DossierRegister", "DutchText", "LetterReading", "LetterFormats",
                "CitationFinding", "GraphAnalysis", "GraphStorage", "GraphDrawing", "GraphExchange",
                "LetterCollection", "LetterFetching", "Explorer",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            exclude: ["Schemas"], swiftSettings: strict,
            // The linker that comes with Swift; the system's warns of a function in Foundation that nobody calls.
            linkerSettings: [
                .unsafeFlags(
                    ["-use-ld=lld"], .when(platforms: [.linux], configuration: .release))
            ]),
        .executableTarget(
            name: "kvgraph-bench",
            dependencies: [
                "DutchText", "LetterReading", "LetterFormats", "CitationFinding", "GraphAnalysis", "Support",
            ],
            path: "Sources/Benchmark", swiftSettings: strict),
        .target(name: "Support", path: "Tests/Support", swiftSettings: strict),
        .executableTarget(
            name: "kvgraph-accuracy", dependencies: ["Support"], path: "Tests/Accuracy", swiftSettings: strict),
        .testTarget(name: "HouseTests", dependencies: ["Support"], swiftSettings: strict),
        .testTarget(
            name: "WordingTests", dependencies: ["Wording", "CitationFinding", "Support"], swiftSettings: strict),
        .testTarget(
            name: "LetterReadingTests", dependencies: ["DutchText", "LetterReading", "LetterFormats", "Support"],
            swiftSettings: strict),
        .testTarget(
            name: "CitationFindingTests",
            dependencies: [
                "DossierRegister", "DutchText", "CitationFinding", "LetterReading", "LetterFormats", "Support",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "FormatTests",
            dependencies: ["DutchText", "CitationFinding", "LetterReading", "LetterFormats", "Support"],
            swiftSettings: strict),
        .testTarget(name: "GraphAnalysisTests", dependencies: ["GraphAnalysis", "Support"], swiftSettings: strict),
        .testTarget(
            name: "GraphStorageTests",
            dependencies: [
                "DossierRegister", "DutchText",
                "GraphStorage", "GraphAnalysis", "CitationFinding", "LetterReading", "LetterFormats", "Support",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(
            name: "GraphDrawingTests", dependencies: ["GraphDrawing", "GraphAnalysis", "Explorer", "Support"],
            swiftSettings: strict),
        .testTarget(
            name: "GraphExchangeTests", dependencies: ["GraphExchange", "GraphAnalysis", "GraphDrawing", "Support"],
            swiftSettings: strict),
        .target(
            name: "Example",
            dependencies: [
                "LetterReading", "LetterFormats", "CitationFinding", "GraphAnalysis", "GraphStorage",
                "LetterCollection",
            ],
            path: "Tests/Example", packageAccess: false, swiftSettings: strict),
        .testTarget(
            name: "GeneratorTests", dependencies: ["CitationFinding", "LetterReading", "LetterFormats", "Support"],
            swiftSettings: strict),
        .testTarget(
            name: "FetchingTests",
            dependencies: [
                "DossierRegister", "kvgraph", "LetterFetching", "LetterCollection", "LetterFormats", "Wording",
                "Support",
            ],
            swiftSettings: strict),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "DutchText", "kvgraph", "CitationFinding", "GraphStorage", "LetterReading", "LetterFormats", "Example",
                "Support",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)

// `make fuzz`: libFuzzer gives the program its `main`.
if Context.environment["KVGRAPH_FUZZ"] != nil {
    package.targets.append(
        .executableTarget(
            name: "kvgraph-fuzz",
            dependencies: [
                "DutchText", "LetterReading", "LetterFormats", "CitationFinding", "DossierRegister", "GraphDrawing",
                "GraphExchange", "LetterCollection", "LetterFetching", "Support",
            ],
            path: "Tests/Fuzz", swiftSettings: strict))
}
