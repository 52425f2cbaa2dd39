import Testing

@testable import GraphDrawing

extension Drawing {
    @Suite struct AddressTests {
        static let addresses = [
            "https://zoek.officielebekendmakingen.nl/kst-29628-1234.html", "http://x.nl", "HTTPS://X.NL/",
            #"https://x.nl/?a=1&b="><script>"#, "https://x.nl/?a=1&amp;b=2&lt;&copy;=3",
            "https://x.nl/'onload='alert(1)",
            #"https://x.nl/\N\G\"#, #"https://x.nl/\\"#, "https://x.nl/coördinatie#§3", "https://x.nl/%20?q=%26",
            "https://x.nl/javascript:alert(1)", "https://x.nl/👩‍👩‍👧", "https://x.nl/]]>--><!--",
        ]

        /// The address comes back whole; with a Graphviz that escapes addresses once more, it would not.
        @Test(arguments: addresses)
        func linksTo(_ address: String) throws {
            let url = try #require(DOTText.address(address))
            let dot = "digraph G { URL=\(url); subgraph cluster_c { href=\(url); n [URL=\(url)] } n -> m [URL=\(url)] }"
            let drawn = try DrawnSVG(Graphviz.render(dot, as: .svg).bytes)
            drawn.expectHarmless()
            #expect(drawn.links.count >= 4)
            #expect(Set(drawn.links) == [address])
        }

        @Test(arguments: [
            "javascript:alert(1)", "JavaScript:alert(1)//https://x.nl", " javascript:x", "data:text/html,x", "x.nl", "",
            "#x",
            "//x.nl", "file:///etc/passwd", "https:", "https://", "https:///x", "http:x.nl", "https://?x", "ftp://x.nl",
            "java\nscript:x", "https://x.nl/\njavascript:x", "https://x.nl/a b", "https://x.nl/\u{0}",
            "https://x.nl/\u{FFFF}",
            " https://x.nl", "https://x.nl/" + String(repeating: "x", count: 16_000),
        ])
        func refuses(_ address: String) {
            #expect(DOTText.address(address) == nil)
        }

        @Test(arguments: [
            ("https://x.nl/?a=1&amp;b=2", "https://x.nl/?a=1&b=2"), ("https://x.nl/&amp;amp;", "https://x.nl/&amp;"),
            ("https://x.nl/&#39;&quot;&lt;&gt;", "https://x.nl/%27%22%3C%3E"),
            (#"https://x.nl/\\N"#, "https://x.nl/%5CN"),
            ("https://x.nl/é%20", "https://x.nl/%C3%A9%20"), ("", ""),
        ])
        func printsAddress(_ escaped: String, _ printed: String) {
            #expect(PDFLinks.printed(escaped) == printed)
        }

        /// The links of a PDF are not compressed, and cairo writes them as they are, but for brackets and backslashes.
        @Test(arguments: addresses.filter { !$0.contains("(") })
        func linksFromPDF(_ address: String) throws {
            let url = try #require(DOTText.address(address))
            let dot = "digraph G { URL=\(url); subgraph cluster_c { href=\(url); n [URL=\(url)] } n -> m [URL=\(url)] }"
            let text = String(decoding: try Graphviz.render(dot, as: .pdf).bytes, as: UTF8.self)
            let links = text.split(separator: "/URI (").dropFirst().map { $0.prefix { $0 != ")" } }
            #expect(text.contains("%%EOF"))
            #expect(
                links.allSatisfy {
                    $0 == PDFLinks.printed(XMLText.escaped(address).replacing("\\", with: #"\\"#))
                })
        }
    }
}
