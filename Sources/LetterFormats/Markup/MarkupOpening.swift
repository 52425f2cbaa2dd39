import DutchText

/// How a file of XML or HTML begins, after whatever blank was put before it.
package enum MarkupOpening {
    /// The first bytes after everything blank, in small letters, for formats that are text.
    /// Empty when they are not an opening `<`: most files are letters in plain text.
    package static func head(_ bytes: [UInt8]) -> String {
        let text = bytes[opening(bytes)...]
        guard text.first == Byte.less else { return "" }
        return String(decoding: text.prefix(2000).map(\.lowered), as: UTF8.self)
    }

    /// The file without everything blank before it, which no parser of XML allows.
    package static func withoutBlanks(_ bytes: [UInt8]) -> [UInt8] {
        let start = opening(bytes)
        return start == 0 ? bytes : Array(bytes[start...])
    }

    /// Where the file begins, after blanks and byte order marks, however many: also the mark that was read as Latin-1 and
    /// encoded again (`ï»¿`).
    private static func opening(_ bytes: [UInt8]) -> Int {
        let blanks: [[UInt8]] = [
            [0xEF, 0xBB, 0xBF], [0xC3, 0xAF, 0xC2, 0xBB, 0xC2, 0xBF], [0xC2, 0xA0], [0xE2, 0x80, 0x8B],
            [0xE2, 0x80, 0xAF],
        ]
        var start = 0
        while start < bytes.count {
            let rest = bytes[start...]
            if bytes[start].isBlank {
                start += 1
            } else if let blank = blanks.first(where: { rest.starts(with: $0) }) {
                start += blank.count
            } else {
                break
            }
        }
        return start
    }
}
