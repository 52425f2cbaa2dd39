import Foundation

/// The letters that rows read: so many, made by `kvgraph-bench corpus` when they are first asked for.
extension Bench {
    /// Letters in the smallest, the middle and the largest corpus.
    var sizes: (least: Int, middle: Int, most: Int) { isQuick ? (250, 250, 1000) : (1000, 10_000, 86_000) }

    /// Letters that the speed of finders is measured on.
    var cited: Int { isQuick ? sizes.most : sizes.middle }

    /// The folder of so many letters: `.build/bench/corpus-1000`.
    func corpus(_ count: Int) throws -> String {
        let folder = "\(Self.folder)/corpus-\(count)"
        _ = try made(folder + ".made") {
            let shared = URL(fileURLWithPath: peers).deletingLastPathComponent().path
            let letters = ["seeds", shared + "/letters"].filter { FileManager.default.fileExists(atPath: $0) }
            _ = try Tool.run(
                own, ["corpus", folder, "\(count)", shared + "/registers/official_ids.txt.xz"] + letters)
            try Data().write(to: URL(fileURLWithPath: $0))
        }
        return folder
    }

    /// A folder with the first letters of a corpus alone, for finders that are slow.
    func sample(_ count: Int) throws -> String {
        let folder = "\(Self.folder)/sample-\(count)"
        _ = try made(folder) {
            let files = try Self.files(corpus(1000)).prefix(count)
            try FileManager.default.createDirectory(atPath: $0, withIntermediateDirectories: true)
            for file in files {
                try FileManager.default.copyItem(atPath: file, toPath: "\($0)/\((file as NSString).lastPathComponent)")
            }
        }
        return folder
    }

    /// The letters of a folder and its subfolders, in order.
    static func files(_ folder: String) throws -> [String] {
        try FileManager.default.subpathsOfDirectory(atPath: folder).filter { $0.hasSuffix(".txt") }.sorted()
            .map { "\(folder)/\($0)" }
    }

    /// How much text a folder holds, in megabytes of a million bytes.
    static func megabytes(_ folder: String) throws -> Double {
        let sizes = try files(folder).map { try FileManager.default.attributesOfItem(atPath: $0)[.size] as? Int ?? 0 }
        return Double(sizes.reduce(0, +)) / 1e6
    }

    /// `86k letters`, `250 letters`
    static func called(_ count: Int) -> String { count < 1000 ? "\(count) letters" : "\(count / 1000)k letters" }
}
