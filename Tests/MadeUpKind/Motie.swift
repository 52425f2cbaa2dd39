import DutchText

/// A motion by its mover and its day: `motie-Janssen van 3 maart 2024`. Made up for a test: no part of kvgraph.
enum Motie {
    static let grammar = Grammar("motion", anchors: ["motie-"]) { reading in
        guard reading.cursor.skip("motie-"), reading.cursor.current?.isUpper == true else { return [] }
        let name = reading.cursor.position
        while !reading.cursor.isAtEnd, reading.cursor.bytes.isLetter(at: reading.cursor.position) {
            reading.cursor.position += 1
        }
        let mover = reading.text(name..<reading.cursor.position).lowercased()
        reading.cursor.skipBlanks()
        guard reading.cursor.skipWord("van"), reading.cursor.skipBlanks(),
            let date = DutchDate.written(&reading.cursor), let year = date.year
        else { return [] }
        reading.step("a motion by its mover and its day", from: reading.start)
        let day = DutchDate.iso(year, date.month, date.day)
        return [Mention(id: "motie:\(mover)-\(day)", range: reading.start..<reading.cursor.position)]
    }
}

extension SourceKind {
    static let motie = SourceKind(
        name: "motie", summary: "a motion by its mover and its day", example: "motie-Janssen van 3 maart 2024",
        look: Look(shape: "egg", fill: "#FFF4D6", line: "#7A5C00", name: "motion"),
        grammars: { _ in [Motie.grammar] }, owns: { $0.hasPrefix("motie:") },
        label: { id, _ in "motie \(id.dropFirst("motie:".count))" }, isWellFormed: { id, _ in id.count > 17 })
}
