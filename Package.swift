// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

let package = Package(
    name: "kvgraph",
    platforms: [.macOS(.v15)],
    products: [
        .executable(name: "kvgraph", targets: ["kvgraph"])
    ],
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
        .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
        .package(url: "https://github.com/ordo-one/TextTable", exact: "0.0.2"),
        .package(url: "https://github.com/swhitty/FlyingFox", exact: "0.27.1"),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"]), .brew(["libxml2"])]),
        .target(name: "CMarkup", dependencies: ["CLibXML2"]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
        .target(name: "DutchText", swiftSettings: strict),
        .target(name: "LetterReading", dependencies: ["DutchText"], swiftSettings: strict),
        .target(
            name: "LetterFormats", dependencies: ["CMarkup", "CZip", "DutchText", "LetterReading"],
            swiftSettings: strict),
        .target(name: "CRegister", exclude: ["register.tsv"]),
        .target(name: "DossierRegister", dependencies: ["CRegister", "DutchText"], swiftSettings: strict),
        .target(name: "CCatalogue", exclude: ["reports.tsv", "laws.tsv", "eerstekamer.tsv"]),
        .target(
            name: "CitationFinding", dependencies: ["CCatalogue", "DossierRegister", "DutchText", "LetterReading"],
            swiftSettings: strict),
        .target(name: "GraphAnalysis", dependencies: ["CitationFinding"], swiftSettings: strict),
        .target(
            name: "GraphStorage",
            dependencies: [
                "DutchText", "LetterReading", "DossierRegister", "CitationFinding", "GraphAnalysis",
                .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .target(
            name: "LetterCollection",
            dependencies: [
                "DossierRegister", "DutchText", "LetterReading", "LetterFormats", "CitationFinding", "GraphStorage",
            ],
            swiftSettings: strict),
        .systemLibrary(
            name: "CGraphviz", pkgConfig: "libgvc", providers: [.apt(["libgraphviz-dev"]), .brew(["graphviz"])]),
        .target(name: "CExplorer", exclude: ["page"]),
        .target(
            name: "GraphDrawing", dependencies: ["CitationFinding", "GraphAnalysis", "CGraphviz", "CExplorer"],
            swiftSettings: strict),
        .target(
            name: "PageServing", dependencies: [.product(name: "FlyingFox", package: "FlyingFox")],
            swiftSettings: strict),
        .executableTarget(
            name: "kvgraph",
            dependencies: [
                "DossierRegister", "DutchText", "LetterReading", "LetterFormats", "CitationFinding", "GraphAnalysis",
                "GraphStorage", "GraphDrawing", "LetterCollection", "PageServing",
                .product(name: "TextTable", package: "TextTable"),
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
            ],
            swiftSettings: strict),
        .executableTarget(
            name: "kvgraph-bench",
            dependencies: ["DutchText", "LetterReading", "LetterFormats", "CitationFinding", "GraphAnalysis"],
            path: "Sources/Benchmark", swiftSettings: strict),
        .target(name: "Support", path: "Tests/Support", swiftSettings: strict),
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
                "DutchText",
                "GraphStorage", "GraphAnalysis", "CitationFinding", "LetterReading", "LetterFormats", "Support",
                .product(name: "GRDB", package: "GRDB.swift"),
            ],
            swiftSettings: strict),
        .testTarget(name: "GraphDrawingTests", dependencies: ["GraphDrawing", "GraphAnalysis"], swiftSettings: strict),
        .testTarget(
            name: "CommandTests",
            dependencies: ["DutchText", "kvgraph", "CitationFinding", "LetterReading", "LetterFormats", "Support"],
            swiftSettings: strict),
    ],
    swiftLanguageModes: [.v6]
)
