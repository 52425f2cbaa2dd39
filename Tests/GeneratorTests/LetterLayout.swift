import Support

/// The letter as it is printed: blocks, lines, pages.
extension LetterMaker {
    private struct Block {
        enum Kind { case paragraph, note, asItIs }
        var text: String
        var kind = Kind.paragraph
    }

    mutating func layOut() -> String {
        let furniture = plan.part("furniture").text.plain
        var blocks: [Block] = []
        if furniture.hasPrefix("^") { blocks.append(Block(text: String(furniture.dropFirst()), kind: .asItIs)) }
        blocks.append(Block(text: "Geachte voorzitter,"))
        blocks.append(
            paragraph("Hier¬bij stuur ik u de ant¬woor¬den op de vra¬gen over de veer¬dienst.", added["preamble"]))
        for step in heading.steps {
            let words = paragraph(of: step)
            if step.heading.contains("§") {
                blocks.append(Block(text: step.heading.replacing("§", with: words.text)))
            } else {
                blocks += [Block(text: step.heading, kind: .asItIs), words]
            }
            if step.name == "A2" { blocks += pageEnd(furniture) + [secondParagraph] }
            if notes.isBehindUnits { blocks += noteBlocks(notes.numbers(of: step.name)) }
        }
        if notes.isAtTheEnd { blocks += noteBlocks(Array(1...notes.count)) }
        if notes.isAtTheFoot { blocks += noteBlocks([notes.count]) }
        return printed(parted(blocks))
    }

    private func paragraph(_ first: String, _ more: [String]?, _ last: String = "") -> Block {
        Block(text: ([first] + (more ?? [])).joined(separator: " ") + last)
    }

    /// What a question or an answer says, the citations put there, the notes it calls.
    private func paragraph(of step: HeadingDress.Step) -> Block {
        let first =
            switch step.name {
            case "Q1": "Kent u het be¬richt «Veer naar Oude¬schans uit de vaart»?" + notes.marker(1)
            case "A1": plan.part("marker").text.filled(["M": notes.markersOfFirstAnswer])
            case "A2": "De ver¬voer¬der had de rei¬zi¬gers eer¬der moe¬ten in¬lich¬ten."
            default: step.sentence
            }
        let inline = step.name == "A2" ? [] : notes.numbers(of: step.name).map(inlineNote)
        return paragraph(first, added[step.name], inline.joined())
    }

    /// Of the second answer, behind the page's end; it calls the last note.
    private var secondParagraph: Block {
        let last = " De uit¬komst krijgt uw Ka¬mer nog te ho¬ren." + notes.marker(notes.count) + inlineNote(notes.count)
        return paragraph("Over de sta¬ken¬de boot is over¬leg ge¬voerd met de pro¬vin¬cie.", added["A2 second"], last)
    }

    /// What stands at the foot of the first page.
    private func pageEnd(_ furniture: String) -> [Block] {
        let printed = furniture.replacing("^", with: "")
        return (notes.isAtTheFoot ? noteBlocks(Array(1..<notes.count)) : [])
            + (printed.isEmpty ? [] : [Block(text: printed, kind: .asItIs)])
    }

    private func inlineNote(_ number: Int) -> String { notes.inline(number, noteTexts[number] ?? "") ?? "" }

    private func noteBlocks(_ numbers: [Int]) -> [Block] {
        guard !notes.isInline else { return [] }
        let items = numbers.map { notes.item($0, noteTexts[$0] ?? "") }
        return (notes.isRunOn ? [items.joined()] : items).map { Block(text: $0, kind: .note) }
    }

    // MARK: - Lines

    private func printed(_ blocks: [Block]) -> String {
        let wrap = plan.part("wrap").text.split(separator: " ")
        let width = Int(wrap[0]) ?? .max
        let gap = wrap.contains("blank") ? "\n\n" : "\n"
        var printed = ""
        var last: Block.Kind?
        for block in blocks {
            if let last {
                // Nothing else tells where a note ends when words follow it.
                let endsNote = last == .note && block.kind == .paragraph
                printed += endsNote ? "\n\n" : notes.isTight && block.kind == .note ? "\n" : gap
            }
            printed +=
                block.kind == .asItIs
                ? block.text : Lines.broken(block.text, width: width, hyphens: wrap.contains("hyphen"))
            last = block.kind
        }
        let text = Lines.signed(printed + "\n")
        return wrap.contains("crlf") ? text.replacing("\n", with: "\r\n") : text
    }

    /// With the page's end moved into a sentence or a citation where the plan says so.
    private mutating func parted(_ blocks: [Block]) -> [Block] {
        let page = plan.part("page").text
        guard page != "between paragraphs" || notes.isBehindOpenLine,
            let first = blocks.firstIndex(where: { $0.text.contains("De ver¬voer¬der had") }),
            let second = blocks.firstIndex(where: { $0.text.hasPrefix("Over de sta¬ken¬de") }), second > first + 1
        else { return blocks }
        let inCitation = page == "within a citation"
        let parted = inCitation && blocks[first].text.contains("‹") ? first : second
        let text = blocks[parted].text
        // What stands between the two paragraphs moves into one of them.
        guard let place = Lines.breakPlace(text, inCitation: inCitation, &generator) else { return blocks }
        let head = Block(text: String(text[..<place]))
        let tail = Block(text: String(text[text.index(after: place)...]))
        let between = blocks[(first + 1)..<second]
        var moved = blocks
        moved.replaceSubrange(
            first...second,
            with: parted == first
                ? [head] + between + [tail, blocks[second]] : [blocks[first], head] + between + [tail])
        return moved
    }
}
