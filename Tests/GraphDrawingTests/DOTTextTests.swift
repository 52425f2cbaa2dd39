import Testing

@testable import GraphDrawing

@Suite struct DOTTextTests {
    @Test func escapes() {
        let text = "a \"b\" \\N & <c>\n\t'd'"
        #expect(DOTText.name(text) == #""a \"b\" \\N & <c>\n 'd'""#)
        #expect(DOTText.label(text) == #""a \"b\" \\N &amp; <c>\n 'd'""#)
        #expect(DOTText.tooltip(text) == #""a \"b\" \\\\N &amp; <c>\n 'd'""#)
        #expect(DOTText.address(#"https://x.nl/?a&b="'<\>"#) == #""https://x.nl/?a&amp;b=&quot;&#39;&lt;\\&gt;""#)
    }

    @Test func keepsEmptyText() {
        #expect([DOTText.name(""), DOTText.label(""), DOTText.tooltip("")] == ["\"\"", "\"\"", "\"\""])
    }

    @Test(arguments: ["x", "&", "\\", "\n", "é", "👩‍👩‍👧", "e\u{301}\u{323}", "\r\n"])
    func cutsLongText(_ character: String) {
        let text = String(repeating: character, count: 20_000)
        for written in [DOTText.label(text), DOTText.tooltip(text)] {
            #expect(written.utf8.count <= DOTText.limit + 2)
            #expect(written.utf8.count > DOTText.limit - 40)
            #expect(written.hasSuffix("…\""))
        }
        let short = String(repeating: "x", count: DOTText.limit - 3)
        #expect(DOTText.label(short) == "\"\(short)\"")
        #expect(DOTText.name(text).utf8.count >= 20_000)
    }

    @Test func cutsBetweenCharacters() {
        #expect(DOTText.label(String(repeating: "e\u{301}\u{323}", count: 9_000)).hasSuffix("e\u{301}\u{323}…\""))
        #expect(DOTText.label("e" + String(repeating: "\u{301}", count: 9_000)) == "\"…\"")
    }
}
