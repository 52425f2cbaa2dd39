import Foundation
import Support

/// One way to write one thing: `nrs. {1} en {5}`, which holds numbers 1 and 5. A row of `Tests/Cases/generator/parts.tsv`.
struct Part: Sendable {
    let text: String
    /// What it holds; how that is written is its axis's own affair.
    let holds: [String]
    let tags: Set<String>
    /// Tags of parts that it cannot stand beside.
    let bars: Set<String>
}

/// What a letter chooses one part of: `kamerstuk.year`. The first part is the plain one.
struct Axis: Sendable {
    let name: String
    /// The row of the table of faults that it is about.
    let fault: String
    let parts: [Part]

    /// The places in a letter for a citation.
    static let slots = ["first", "second", "third", "fourth"]

    /// `kamerstuk`; nil where every letter has it.
    var kind: String? {
        let words = name.split(separator: ".")
        return words.count == 2 && !Self.slots.contains(String(words[0])) ? String(words[0]) : nil
    }
}

/// All axes, by their place in the file.
struct PartTable: Sendable {
    let axes: [Axis]
    let kinds: [String]
    private let places: [String: Int]
    /// The number of each axis's first part among all parts.
    let offsets: [Int]
    let count: Int
    /// By two numbers of parts: these two cannot stand beside each other.
    private let clashing: [Bool]
    /// By a part's number: it clashes with some other.
    private let clashes: [Bool]

    private static let path = "Tests/Cases/generator/parts.tsv"
    static let shared = PartTable((try? Repository.text(path)) ?? "")

    private init(_ text: String) {
        var axes: [Axis] = []
        var name = ""
        var fault = ""
        var parts: [Part] = []
        func close() { if !parts.isEmpty { axes.append(Axis(name: name, fault: fault, parts: parts)) } }
        for line in text.split(separator: "\n") where !line.hasPrefix("# ") {
            let columns = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
            if line.hasPrefix("## ") {
                close()
                (name, fault, parts) = (String(columns[0].dropFirst(3)), columns[1], [])
            } else {
                parts.append(Part(columns))
            }
        }
        close()
        self.axes = axes
        var kinds: [String] = []
        for kind in axes.compactMap(\.kind) where !kinds.contains(kind) { kinds.append(kind) }
        self.kinds = kinds
        places = Dictionary(uniqueKeysWithValues: axes.enumerated().map { ($1.name, $0) })
        var offsets: [Int] = []
        var before = 0
        for axis in axes {
            offsets.append(before)
            before += axis.parts.count
        }
        self.offsets = offsets
        let all = axes.flatMap(\.parts)
        count = all.count
        var clashing = [Bool](repeating: false, count: all.count * all.count)
        for (one, part) in all.enumerated() where !part.bars.isEmpty {
            for (other, barred) in all.enumerated() where !part.bars.isDisjoint(with: barred.tags) {
                clashing[one * all.count + other] = true
                clashing[other * all.count + one] = true
            }
        }
        self.clashing = clashing
        let number = all.count
        clashes = (0..<number).map { one in clashing[one * number..<(one + 1) * number].contains(true) }
    }

    func clash(_ one: Plan.Choice, _ other: Plan.Choice) -> Bool { clashing[one.number * count + other.number] }

    /// Whether a letter can have both: they do not clash, nor does all there is of a third axis clash with one or the other.
    func canStandTogether(_ one: Plan.Choice, _ other: Plan.Choice) -> Bool {
        if clash(one, other) { return false }
        if !clashes[one.number] || !clashes[other.number] { return true }
        return axes.indices.allSatisfy { place in
            place == one.axis || place == other.axis
                || axes[place].parts.indices.contains { part in
                    let third = Plan.Choice(axis: place, part: part)
                    return !clash(one, third) && !clash(other, third)
                }
        }
    }

    func plain(_ axis: String) -> Part { place(of: axis).map { axes[$0].parts[0] } ?? Part.none }

    func place(of axis: String) -> Int? { places[axis] }
}

extension Part {
    fileprivate init(_ columns: [String]) {
        func words(_ column: Int) -> [String] {
            columns.count > column ? columns[column].split(separator: " ").map(String.init) : []
        }
        var tags = Set(words(2))
        if tags.contains("titled") {
            tags.insert(tags.contains("numbered") ? "titled-numbered" : "titled-year")
            if !tags.contains("full") { tags.insert("titled-nofull") }
        }
        // What a series is called has blanks of its own.
        let named = columns.count > 1 && columns[1].contains("=") && columns[1].contains(";")
        self.init(
            text: columns[0], holds: named ? columns[1].split(separator: ";").map(String.init) : words(1), tags: tags,
            bars: Set(words(3)))
    }
}
