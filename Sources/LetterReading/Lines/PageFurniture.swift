import DutchText

/// What is printed on a page and belongs to no sentence: mastheads, page feet, rules, reference lines. A furniture line
/// holds no citation, and it is often the only sign that a block of notes ended.
struct PageFurniture {
    private let bytes: Bytes

    init(_ bytes: Bytes) { self.bytes = bytes }

    /// Gives furniture its role and says which lines open a page.
    func mark(_ lines: inout [Line]) {
        defer { RepeatedLines(bytes).mark(&lines) }
        // A text of one line is what somebody wants read, whatever it looks like.
        guard lines.count > 1 else { return }
        var inBody = false
        var pagesEnd = false
        var valueExpected = false
        let kinds = ownKinds(lines)
        for index in lines.indices {
            let kind = valueExpected && isReferenceValue(lines[index]) ? .line : kinds[index]
            valueExpected = false
            if pagesEnd, kind == nil {
                lines[index].opensPage = true
                pagesEnd = false
            }
            switch kind {
            case nil: inBody = inBody || isBehindHead(lines[index].range)
            case .pageEnd, .line, .issue:
                lines[index].role = .furniture
                pagesEnd = pagesEnd || kind == .pageEnd || kind == .issue || lines[index].opensPage
            case .reference where inBody || index > lines.count / 2:
                lines[index].role = .furniture
                valueExpected = !bytes[lines[index].range].contains { $0.isDigit }
            case .reference, .beside: break
            }
        }
    }

    /// What each line is. The letter's own number alone on a line (`ah-tk-20232024-704`) is furniture in its first and
    /// last lines, beside other furniture, or when it is printed again and again; elsewhere it is somebody's reference.
    private func ownKinds(_ lines: [Line]) -> [Kind?] {
        var kinds = lines.indices.map { lines[$0].role == .furniture ? .pageEnd : kind(of: lines[$0].range) }
        Self.settle(&kinds)
        let issues = kinds.indices.filter { kinds[$0] == .issue }
        guard !issues.isEmpty else { return kinds }
        let counts = Dictionary(issues.map { (Array(bytes[lines[$0].range]), 1) }, uniquingKeysWith: +)
        for index in issues {
            let isBeside = [index - 1, index + 1].contains { neighbour in
                kinds.indices.contains(neighbour) && [.pageEnd, .line].contains(kinds[neighbour])
            }
            let above = index > 0 ? bytes[lines[index - 1].range.upperBound - 1] : Byte.dot
            let isEdge = (index < 3 || index >= lines.count - 2) && above != Byte.colon && above != Byte.comma
            if !isBeside, !isEdge, counts[Array(bytes[lines[index].range])] ?? 0 < 3 { kinds[index] = nil }
        }
        return kinds
    }

    /// `beside`: furniture where the line before or behind it is; elsewhere a line of a sentence may say the same.
    enum Kind { case pageEnd, line, reference, issue, beside }

    /// `Vergaderjaar 2023–2024` and `Aanhangsel van de Handelingen` on lines of their own, a page foot without its number.
    private static func settle(_ kinds: inout [Kind?]) {
        func look(_ index: Int, at neighbour: Int) {
            guard kinds[index] == .beside, kinds.indices.contains(neighbour) else { return }
            if kinds[neighbour] == .line || kinds[neighbour] == .pageEnd { kinds[index] = .line }
        }
        for index in kinds.indices { look(index, at: index - 1) }
        for index in kinds.indices.reversed() { look(index, at: index + 1) }
        for index in kinds.indices where kinds[index] == .beside { kinds[index] = nil }
    }

    private func kind(of line: Range<Int>) -> Kind? {
        guard line.count < 160 else { return nil }
        var cursor = Cursor(bytes, in: line)
        while let byte = cursor.current, byte == Byte.hash || byte == Byte.star || byte == Byte.underscore {
            cursor.position += 1
        }
        cursor.skipBlanks()
        guard let first = cursor.current else { return .line }
        if first == Byte.hyphen { return isRule(cursor) ? .pageEnd : pageNumber(&cursor) }
        if first.isDigit { return pageNumber(&cursor) }
        var rows = Self.rowsByOpening[Int(first.lowered)]
        while rows != 0 {
            let row = rows.trailingZeroBitCount
            rows &= rows - 1
            var attempt = cursor
            if attempt.skip(Self.rows[row].opening), Self.rows[row].rest(&attempt) { return Self.rows[row].kind }
        }
        return nil
    }

    private func isRule(_ cursor: Cursor) -> Bool {
        cursor.end - cursor.position > 2 && bytes[cursor.position..<cursor.end].allSatisfy { $0 == Byte.hyphen }
    }

    /// `3/22`, `- 2 -`: a page's number alone on a line. A number alone may be a note's marker and is left.
    private func pageNumber(_ cursor: inout Cursor) -> Kind? {
        let isDashed = cursor.skip(Byte.hyphen)
        cursor.skipBlanks()
        guard cursor.number(most: 3) != nil else { return nil }
        cursor.skipBlanks()
        if isDashed { return cursor.skip(Byte.hyphen) && cursor.isAtEnd ? .pageEnd : nil }
        guard cursor.skip(Byte.slash) || cursor.skipWord("van") else { return nil }
        cursor.skipBlanks()
        return cursor.number(most: 3) != nil && cursor.isAtEnd ? .pageEnd : nil
    }

    private func isReferenceValue(_ line: Line) -> Bool {
        line.range.count < 40 && !line.blankBefore && bytes[line.range].contains { $0.isDigit }
    }

    private func isBehindHead(_ line: Range<Int>) -> Bool {
        var cursor = Cursor(bytes, in: line)
        return cursor.skip("Geachte") || cursor.skipWord(of: ["Vraag", "Antwoord"])
    }
}
