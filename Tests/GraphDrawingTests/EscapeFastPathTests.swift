import DutchText
import Testing

@testable import GraphDrawing

/// What is taken as it is needs nothing written otherwise; and nothing that needs it is taken so.
@Suite struct EscapeFastPathTests {
    private static func isPlain(_ text: String) -> Bool {
        text.unicodeScalars.allSatisfy {
            TextTarget.page.allows($0) && $0.value >= 0x20 && !"\"'&<>\\".unicodeScalars.contains($0)
                && !Character($0).isNewline
        }
    }

    /// Every character that has a neighbour of another kind, and the first and last of each length in UTF-8.
    @Test func noCharacterSlipsThrough() {
        for value in Array(0...0x3000) + Array(0xD000...0x10400) + [0x10FFFE, 0x10FFFF] {
            guard let scalar = Unicode.Scalar(UInt32(value)) else { continue }
            let text = "a\(Character(scalar))b"
            if EscapeFastPath.hold(text) { #expect(Self.isPlain(text), "U+\(String(value, radix: 16))") }
            // The fast way pays only where it is taken by what letters hold.
            if value < 0x250, Self.isPlain(text), value < 0x7F || value >= 0xA0 { #expect(EscapeFastPath.hold(text)) }
        }
    }

    @Test(arguments: [
        "", "BZK 7 jul 2025 · Bontenbal c.s. (CDA)", "35 165, nr. 97 — Verkiezingen…", "‘één’ – “twee” €",
    ])
    func whatLettersHoldIsPlain(_ text: String) { #expect(EscapeFastPath.hold(text)) }

    @Test(arguments: ["a\nb", "a\n\nb\n", "\n", "één\n« twee »"])
    func linesBecomeTwoSigns(_ text: String) {
        #expect(!EscapeFastPath.hold(text) && EscapeFastPath.hold(text, mayHoldLines: true))
        #expect(
            DOTText.label(text) == "\""
                + text.split(separator: "\n", omittingEmptySubsequences: false).joined(separator: #"\n"#) + "\"")
    }
}
