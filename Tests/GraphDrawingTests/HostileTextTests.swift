import Testing

@testable import GraphDrawing

extension Drawing {
    /// Whatever stands in a letter is shown as it stands there.
    @Suite struct HostileTextTests {
        static let texts = [
            #""><script>alert(1)</script>"#, #"'/><a onload="x">"#, "<b>dik</b>", "]]>", "-->", "<!-- x",
            "<![CDATA[x]]>",
            #"eind\"#, #"eind\\"#, #"\"#, #"\""#, #"\N"#, #"\\N"#, #"\G \E \T \H \L"#, #"a\nb\lc\rd"#,
            "&lt;", "&amp;", "&amp;lt;", "&#60;", "&", "a && b", "&nosuch;", "%d %s %n", "$(x) `y` #{z}",
            "{a|b}", "<port> x", "\"+\"", "// x", "/* x", "# x", "digraph { a -> b }",
            "Größe, coördinatie, ’s-Gravenhage – €", "e\u{301}e\u{308}\u{323}", "👩‍👩‍👧 🇳🇱", "漢字", "𝔘",
            "x\u{FEFF}y", "\u{200F}א\u{200E}a", "twee  spaties", " rand ",
        ]

        @Test(arguments: texts)
        func showsLabel(_ text: String) throws {
            let drawn = try draw("n [label=\(DOTText.label(text))]")
            #expect(drawn.lines == [text])
        }

        @Test(arguments: texts)
        func showsTooltip(_ text: String) throws {
            let drawn = try draw("n [label=x, tooltip=\(DOTText.tooltip(text)), URL=\"https://x.nl\"]")
            #expect(drawn.tooltips == [text])
        }

        @Test(arguments: texts)
        func showsTextOnEverything(_ text: String) throws {
            let tooltip = DOTText.tooltip(text)
            let all = "label=\(DOTText.label(text)); tooltip=\(tooltip); URL=\"https://x.nl\""
            let drawn = try draw("\(all); subgraph cluster_c { \(all); n } n -> m [\(all); labeltooltip=\(tooltip)]")
            #expect(drawn.lines.filter { $0 == text }.count == 3)
            #expect(drawn.tooltips == [text, text, text, text])
        }

        /// A credit, and what stands beside a line, are set after the layout and drawn by a second one.
        @Test(arguments: texts)
        func showsWhatIsSetBeside(_ text: String) throws {
            let label = DOTText.label(text)
            let picture = try Graphviz.render(
                "digraph G { n [label=\(label)] n -> m [len=6, dir=none, shared=\(label)] }", as: .svg, engine: .neato,
                beside: "digraph G { \(DrawnGraph.credit) [label=\(label)] }")
            let drawn = try DrawnSVG(picture.bytes)
            drawn.expectHarmless()
            #expect(drawn.lines.filter { $0 == text }.count == 3 && picture.warnings == [])
        }

        @Test(arguments: texts)
        func keepsNamesApart(_ text: String) throws {
            let names = [text, text + "2", text + #"\"#].map(DOTText.name)
            let drawn = try draw(names.map { "\($0) [label=x]" }.joined(separator: "; "))
            #expect(drawn.lines == ["x", "x", "x"])
        }

        @Test func dropsWhatXMLForbids() throws {
            let text = "a\u{0}b\u{1}\u{8}cd\u{1B}[31me\u{FFFE}\u{FFFF}f"
            let drawn = try draw(
                "n [label=\(DOTText.label(text)), tooltip=\(DOTText.tooltip(text)), href=\"https://x.nl\"]")
            #expect(drawn.tooltips == ["abcd[31mef"])
            #expect(drawn.lines == ["abcd[31mef"])
        }

        /// What a page may not be given is left out of labels, tooltips and titles alike.
        @Test func dropsWhatTurnsOrControls() throws {
            let turns = "\u{202A}\u{202B}\u{202C}\u{202D}\u{202E}\u{2066}\u{2067}\u{2068}\u{2069}"
            let text = "a\(turns)b\u{7F}\u{80}\u{9B}31mc\u{9F}d"
            let drawn = try draw(
                "n [label=\(DOTText.label(text)), tooltip=\(DOTText.tooltip(text)), href=\"https://x.nl\"]")
            #expect(drawn.tooltips == ["ab31mcd"])
            #expect(drawn.lines == ["ab31mcd"])
            #expect(XMLText.escaped(text) == "ab31mcd")
            #expect(XMLText.escaped(text, for: .xml) == text)
            for sign in turns + "\u{9B}" { #expect(DOTText.address("https://x.nl/\(sign)") == nil) }
        }

        @Test(arguments: ["\n", "\r\n", "\r", "\u{85}", "\u{2028}"])
        func breaksLines(_ lineBreak: String) throws {
            let text = "een\(lineBreak)twee"
            let drawn = try draw(
                "n [label=\(DOTText.label(text)), tooltip=\(DOTText.tooltip(text)), href=\"https://x.nl\"]")
            #expect(drawn.lines == ["een", "twee"])
            #expect(drawn.tooltips == ["een\ntwee"])
        }

        private func draw(_ body: String) throws -> DrawnSVG {
            let picture = try Graphviz.render("digraph G { \(body) }", as: .svg)
            #expect(picture.warnings == [])
            let drawn = try DrawnSVG(picture.bytes)
            drawn.expectHarmless()
            return drawn
        }
    }
}
