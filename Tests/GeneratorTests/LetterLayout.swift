import Support

/// The letter as it is printed: blocks, lines, pages.
extension LetterMaker {
    private enum Block {
        /// Words on one line, with the words behind it: nil where they begin on the next one.
        case heading(String)
        case paragraph(String)
        case lines(String)
    }

    mutating func layOut() -> String {
        var blocks: [Block] = []
        let furniture = plan.part("furniture").text.plain
        if furniture.hasPrefix("^") { blocks.append(.lines(String(furniture.dropFirst()))) }
        blocks.append(.paragraph("Geachte voorzitter,"))
        blocks.append(
            .paragraph(
                (["Hier¬bij stuur ik u de ant¬woor¬den op de vra¬gen over de veer¬dienst."] + (added["preamble"] ?? []))
                    .joined(separator: " ")))
        for step in heading.steps {
            let words = paragraphs(of: step)
            blocks += opened(step.heading, words)
            if step.name == "A2" { blocks += pageEnd(furniture) }
            if step.name == "A2" { blocks.append(contentsOf: secondParagraph()) }
            if notes.isBehindUnits { blocks += noteBlocks(notes.numbers(of: step.name)) }
        }
        if notes.isAtTheEnd { blocks += noteBlocks(Array(1...notes.count)) }
        if notes.isAtTheFoot { blocks += noteBlocks(Array(notes.count...notes.count)) }
        return printed(blocks)
    }

    private func opened(_ heading: String, _ words: [String]) -> [Block] {
        guard let first = words.first, heading.contains("§") else {
            return [.heading(heading)] + words.map(Block.paragraph)
        }
        return [.paragraph(heading.replacing("§", with: first))] + words.dropFirst().map(Block.paragraph)
    }

    /// The words of a step: what it says, the citations put there, the notes it calls.
    private func paragraphs(of step: HeadingDress.Step) -> [String] {
        var sentences = step.sentences
        switch step.name {
        case "Q1": sentences = ["Kent u het be¬richt «Veer naar Oude¬schans uit de vaart»?" + notes.marker(1)]
        case "A1": sentences = [plan.part("marker").text.filled(["M": notes.markersOfFirstAnswer])]
        case "A2": sentences = ["De ver¬voer¬der had de rei¬zi¬gers eer¬der moe¬ten in¬lich¬ten."]
        default: break
        }
        sentences += added[step.name] ?? []
        let inline = step.name == "A2" ? [] : notes.numbers(of: step.name).map(inlineNote)
        return [(sentences.joined(separator: " ") + inline.joined())]
    }

    /// Where the first page ends: in the second answer.
    private mutating func pageEnd(_ furniture: String) -> [Block] {
        let lines = furniture.replacing("^", with: "")
        var blocks: [Block] = []
        if notes.isAtTheFoot { blocks += noteBlocks(Array(1..<notes.count)) }
        if !lines.isEmpty { blocks.append(.lines(lines)) }
        return blocks
    }

    private func secondParagraph() -> [Block] {
        let sentences =
            ["Over de sta¬ken¬de boot is over¬leg met de pro¬vin¬cie ge¬voerd."] + (added["A2 second"] ?? [])
            + ["De uit¬komst krijgt uw Ka¬mer nog te ho¬ren." + notes.marker(notes.count)]
        return [.paragraph(sentences.joined(separator: " ") + inlineNote(notes.count))]
    }

    private func inlineNote(_ number: Int) -> String { notes.inline(number, noteTexts[number] ?? "") ?? "" }

    private func noteBlocks(_ numbers: [Int]) -> [Block] {
        guard !notes.isInline else { return [] }
        let items = numbers.map { notes.item($0, noteTexts[$0] ?? "") }
        return notes.isRunOn ? [.paragraph(items.joined())] : items.map(Block.paragraph)
    }

    // MARK: - Lines

    private mutating func printed(_ blocks: [Block]) -> String {
        let wrap = plan.part("wrap").text.split(separator: " ")
        let width = Int(wrap[0]) ?? .max
        let gap = wrap.contains("blank") ? "\n\n" : "\n"
        var printed = ""
        var isBehindNote = false
        for (text, isLines) in pages(blocks) {
            let lines = isLines ? text : Lines.broken(text, width: width, hyphens: wrap.contains("hyphen"))
            let isNote = notes.opens(text)
            if !printed.isEmpty {
                // Nothing else tells where a note ends when words follow it.
                let ends = isBehindNote && !isNote && !isLines
                printed += ends ? "\n\n" : notes.isTight && isNote ? "\n" : gap
            }
            printed += lines
            isBehindNote = isNote
        }
        let text = Lines.signed(printed + "\n")
        return wrap.contains("crlf") ? text.replacing("\n", with: "\r\n") : text
    }

    /// The blocks as texts, with the page's end moved into a sentence or a citation where the plan says so.
    private mutating func pages(_ blocks: [Block]) -> [(text: String, isLines: Bool)] {
        var texts: [(text: String, isLines: Bool)] = blocks.map {
            switch $0 {
            case .heading(let text), .lines(let text): (text, true)
            case .paragraph(let text): (text, false)
            }
        }
        let page = plan.part("page").text
        guard page != "between paragraphs" || notes.isBehindOpenLine,
            let first = texts.firstIndex(where: { $0.text.contains("De ver¬voer¬der had") }),
            let second = texts.firstIndex(where: { $0.text.hasPrefix("Over de sta¬ken¬de") }), second > first + 1
        else { return texts }
        let inCitation = page == "within a citation"
        let parted = inCitation && texts[first].text.contains("‹") ? first : second
        // What stands between the two paragraphs moves into one of them.
        guard let place = Lines.breakPlace(texts[parted].text, inCitation: inCitation, &generator) else { return texts }
        let text = texts[parted].text
        let head = (text: String(text[..<place]), isLines: false)
        let tail = (text: String(text[text.index(after: place)...]), isLines: false)
        let between = Array(texts[(first + 1)..<second])
        let pieces =
            parted == first ? [head] + between + [tail, texts[second]] : [texts[first], head] + between + [tail]
        texts.replaceSubrange(first...second, with: pieces)
        return texts
    }
}
