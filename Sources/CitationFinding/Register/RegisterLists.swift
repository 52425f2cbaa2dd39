/// The files a register is made of.
extension RegisterDraft {
    /// Why a file is no register: the line that is wrong, 1-based, and what is wrong with it.
    public struct Fault: Error, Equatable, CustomStringConvertible {
        public let line: Int
        public let reason: String
        public var description: String { "line \(line): \(reason)" }
    }

    /// Takes in a file: dossiers with the columns `dossier`, `addition`, `highest`, `title` and tabs between, or identifiers
    /// of official publications, one a line. Either may be in part: what it lacks stays as it was.
    /// - Throws: `Fault` for the first line that is neither.
    /// - Complexity: linear in the length of the text.
    public mutating func add(_ text: String) throws(Fault) {
        let lines = text.utf8.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        var hasColumns: Bool?
        for (index, bytes) in lines.enumerated() {
            let line = Self.trimmed(String(decoding: bytes, as: UTF8.self), isFirst: index == 0)
            if line.isEmpty || line.hasPrefix("#") { continue }
            if hasColumns == nil {
                hasColumns = line.contains("\t")
                if hasColumns == true {
                    guard line == Self.columns.joined(separator: "\t") else {
                        throw Fault(
                            line: index + 1,
                            reason: "the columns of a list of dossiers are \(Self.columns.joined(separator: ", "))")
                    }
                    continue
                }
            }
            if hasColumns == true { try addRow(line, index + 1) } else { try addID(line, index + 1) }
        }
        if hasColumns == nil { throw Fault(line: 1, reason: "the file holds nothing") }
    }

    private static let columns = ["dossier", "addition", "highest", "title"]

    private mutating func addRow(_ line: String, _ number: Int) throws(Fault) {
        let cells = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
        guard cells.count == 4 else { throw Fault(line: number, reason: "it has \(cells.count) columns, not 4") }
        guard (4...5).contains(cells[0].utf8.count), let dossier = Int(cells[0]), dossier > 0 else {
            throw Fault(line: number, reason: "“\(Self.short(cells[0]))” is no dossier")
        }
        guard let highest = Int(cells[2]), highest < 10_000 else {
            throw Fault(line: number, reason: "“\(Self.short(cells[2]))” is no highest number")
        }
        guard cells[1].utf8.allSatisfy({ Self.isAddition($0) }) else {
            throw Fault(line: number, reason: "“\(Self.short(cells[1]))” is no chapter, fund or Rijkswet number")
        }
        let addition = cells[1].filter { !"()".contains($0) }.uppercased()
        // R2064 is the number of a Rijkswet, and no part of an id.
        let isPart = !addition.isEmpty && !(addition.hasPrefix("R") && addition.count > 2)
        add(dossier: cells[0], chapter: isPart ? addition : nil, highest: max(0, highest), title: cells[3])
    }

    private mutating func addID(_ line: String, _ number: Int) throws(Fault) {
        let kind = line.prefix { $0.isASCII && $0.isLetter }
        // `kst-32302--B` is one too.
        let isID =
            !kind.isEmpty && line.dropFirst(kind.count).first == "-" && line.count > kind.count + 1
            && line.utf8.allSatisfy {
                (0x30...0x39).contains($0) || (0x41...0x5A).contains($0 & 0xDF) || $0 == UInt8(ascii: "-")
            }
        guard isID else {
            throw Fault(line: number, reason: "“\(Self.short(line))” is no identifier like kst-30821-230")
        }
        add(id: line)
    }

    /// Without the mark of UTF-8 and the line end of Windows.
    private static func trimmed(_ line: String, isFirst: Bool) -> String {
        var line = line[...]
        if isFirst, line.hasPrefix("\u{FEFF}") { line = line.dropFirst() }
        while line.last == "\r" || line.last == " " { line = line.dropLast() }
        return String(line)
    }

    private static func isAddition(_ byte: UInt8) -> Bool {
        (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "(")
            || byte == UInt8(ascii: ")")
    }

    private static func short(_ text: String) -> String { text.count > 40 ? text.prefix(40) + "…" : text }
}
