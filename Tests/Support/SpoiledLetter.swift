import Foundation

/// A letter after an accident: cut, with pieces lost, doubled, shuffled, and with signs thrown in that mean
/// something to a reader of letters, wherever they fall.
public enum SpoiledLetter {
    private static let signs: [[UInt8]] =
        [
            "Kamerstuk ", "nr. ", "1)", "[^1]", "[1]", "¹", "https://", "Antwoord 2", "Vraag 3\n", "\n", "2023/24",
            "35 165", " ", "–", "(", ")", "\"", "#", "2023Z12345", "antwoord op vraag ", "99999999999999999999",
            "tot en met", "AIVD Jaarverslag ", "[3: ", "]", "\r", "-", "blz. ", "Aanhangsel ", "Handelingen ", "\u{0C}",
            "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 3", "[footnoteRef:9]", "\u{00A0}", "é",
        ].map { Array($0.utf8) } + [[0xFF], [0xC3], [0xE2, 0x80]]

    private static let texts: [[UInt8]] = {
        let seeds = Repository.letters(in: "seeds").compactMap { try? Data(contentsOf: $0) }.map { [UInt8]($0) }
        let formats = DraftFormat.all.filter { ["txt", "md"].contains($0.suffix) }
        return seeds + formats.map { $0.write(OwnLetter.all[0].draft) }
    }()

    /// The bytes of one of the project's own letters, spoiled; the same seed gives the same bytes.
    public static func bytes(seed: Int) -> [UInt8] {
        var generator = SeededGenerator(UInt64(seed))
        var bytes = texts[Int.random(in: 0..<texts.count, using: &generator)]
        if Bool.random(using: &generator) {
            let start = Int.random(in: 0..<bytes.count, using: &generator)
            bytes = Array(bytes[start..<min(bytes.count, start + Int.random(in: 5...3000, using: &generator))])
        }
        for _ in 0..<([1, 5, 30, 200].randomElement(using: &generator) ?? 1) { spoil(&bytes, &generator) }
        return bytes
    }

    private static func spoil(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
        let place = Int.random(in: 0...bytes.count, using: &generator)
        func end(_ most: Int) -> Int { min(bytes.count, place + Int.random(in: 0...most, using: &generator)) }
        switch Int.random(in: 0..<10, using: &generator) {
        case 0..<3: bytes.removeSubrange(place..<end(20))
        case 3..<8:
            let sign = signs[Int.random(in: 0..<signs.count, using: &generator)]
            for _ in 0..<([1, 1, 1, 3].randomElement(using: &generator) ?? 1) {
                bytes.insert(contentsOf: sign, at: place)
            }
        default:
            let piece = Array(bytes[place..<end(200)])
            bytes.insert(contentsOf: piece, at: Int.random(in: 0...bytes.count, using: &generator))
        }
    }
}
