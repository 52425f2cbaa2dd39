extension Bytes {
    /// The words of a stretch with one space between: `het artikel⏎ ‘Banken …’` → `het artikel ‘Banken …’`.
    package func words(_ range: Range<Int>) -> String {
        guard isSimple(range) else {
            return String(decoding: self[range], as: UTF8.self).split(whereSeparator: \.isWhitespace)
                .joined(separator: " ")
        }
        var words: [UInt8] = []
        words.reserveCapacity(range.count)
        for index in range {
            let byte = self[index]
            if !byte.isBlank {
                words.append(byte)
            } else if let last = words.last, last != Byte.space {
                words.append(Byte.space)
            }
        }
        if words.last == Byte.space { words.removeLast() }
        return String(decoding: words, as: UTF8.self)
    }

    /// Whether `beantwoording` stands somewhere, in any case.
    package var holdsAnswering: Bool {
        let wanted: StaticString = "beantwoording"
        return wanted.withUTF8Buffer { wanted in
            var from = 0
            while let start = first(in: from..<count, { EightBytes.equal($0 | EightBytes.ones &* 0x20, wanted[0]) }) {
                from = start + 1
                if start + wanted.count <= count, wanted.indices.allSatisfy({ self[start + $0].lowered == wanted[$0] })
                {
                    return true
                }
            }
            return false
        }
    }

    /// Whether every blank is one of ASCII, and every character stands alone: ASCII, Latin-1 letters, and the quotation
    /// marks and dashes of U+2010 to U+2026. Only then do bytes say where words end.
    private func isSimple(_ range: Range<Int>) -> Bool {
        var index = range.lowerBound
        while index < range.upperBound {
            let byte = self[index]
            if byte < 0x80 {
                index += 1
            } else if byte == 0xC3, index + 1 < range.upperBound, self[index + 1].isContinuation {
                index += 2
            } else if byte == 0xE2, index + 2 < range.upperBound, self[index + 1] == 0x80,
                (0x90...0xA6).contains(self[index + 2])
            {
                index += 3
            } else {
                return false
            }
        }
        return true
    }
}

extension Bytes {
    /// A range without the blanks (also non-breaking ones) at its ends.
    package func trimmed(_ range: Range<Int>) -> Range<Int> {
        var start = range.lowerBound
        var end = range.upperBound
        while start < end {
            let length = blankLength(at: start, before: end)
            if length == 0 { break }
            start += length
        }
        while end > start {
            if self[end - 1].isBlank {
                end -= 1
            } else if end - 2 >= start, self[end - 2] == 0xC2, self[end - 1] == 0xA0 {
                end -= 2
            } else {
                break
            }
        }
        return start..<end
    }

    private func blankLength(at place: Int, before end: Int) -> Int {
        let byte = self[place]
        if byte.isBlank { return 1 }
        if byte == 0xC2, place + 1 < end, self[place + 1] == 0xA0 { return 2 }
        if byte == 0xEF, place + 2 < end, self[place + 1] == 0xBB, self[place + 2] == 0xBF { return 3 }
        return 0
    }
}

extension Substring {
    /// The text behind an opening of ASCII, or all of it: `de Volksgezondheid` without `de `.
    package func without(_ opening: StaticString) -> Substring {
        guard opening.withUTF8Buffer({ utf8.starts(with: $0) }) else { return self }
        let rest = utf8.index(utf8.startIndex, offsetBy: opening.utf8CodeUnitCount)
        // A sign beyond ASCII may be one that joins the blank before it.
        guard rest == utf8.endIndex || utf8[rest] < 0x80 else { return trimmingPrefix("\(opening)") }
        return self[rest...]
    }
}
