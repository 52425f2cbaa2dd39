/// A PDF with a text layer: a line for each line, raised numbers for the markers of notes, notes at the foot of the page
/// where they are called.
public enum PDFWriter {
    private static let linesAPage = 40

    public static func pdf(_ letter: LetterDraft) -> [UInt8] {
        var lines: [[LetterDraft.Piece]] = []
        for paragraph in letter.paragraphs {
            var line: [LetterDraft.Piece] = []
            for piece in paragraph {
                if case .lineBreak = piece {
                    lines.append(line)
                    line = []
                } else {
                    line.append(piece)
                }
            }
            lines += [line, []]
        }
        let pages = stride(from: 0, to: lines.count, by: linesAPage).map { start in
            page(Array(lines[start..<min(start + linesAPage, lines.count)]), letter.notes)
        }
        return file(pages)
    }

    public struct Page {
        let drawing: String
        let height: Int
        /// An address that lies over all of the page.
        let link: String?

        public init(drawing: String, height: Int, link: String? = nil) {
            (self.drawing, self.height, self.link) = (drawing, height, link)
        }

        fileprivate var annotations: String {
            link.map {
                "/Annots [<< /Type /Annot /Subtype /Link /Rect [0 0 4000 \(height)] /A << /S /URI /URI (\($0)) >> >>] "
            } ?? ""
        }
    }

    private static func page(_ lines: [[LetterDraft.Piece]], _ notes: [String]) -> Page {
        var called: [Int] = []
        for case .note(let index) in lines.joined() where !called.contains(index) { called.append(index) }
        let feet = called.flatMap { index in
            notes[index].split(separator: "\n").enumerated().map { ($0 == 0 ? index : nil, String($1)) }
        }
        let height = (lines.count + feet.count) * 14 + 140
        var drawing = "BT /F1 11 Tf 14 TL 60 \(height - 60) Td\n"
        for line in lines {
            var last: LetterDraft.Piece?
            for piece in line {
                defer { last = piece }
                // Raised numbers in a row would be one number.
                if case .note = piece, case .note = last { drawing += "/F1 7 Tf 4 Ts (, ) Tj 0 Ts /F1 11 Tf\n" }
                switch piece {
                case .text(let text): drawing += "(\(escaped(text))) Tj\n"
                case .note(let index): drawing += raised(index, size: 7)
                case .lineBreak: break
                }
            }
            drawing += "T*\n"
        }
        drawing += "T* T* /F1 9 Tf\n"
        for (number, text) in feet {
            if let number { drawing += raised(number, size: 6) + "/F1 9 Tf\n" }
            drawing += "(\(escaped(text))) Tj T*\n"
        }
        return Page(drawing: drawing + "ET", height: height)
    }

    private static func raised(_ index: Int, size: Int) -> String {
        "/F1 \(size) Tf 4 Ts (\(index + 1)) Tj 0 Ts /F1 11 Tf\n"
    }

    /// As Windows-1252, signs of the PDF's own escaped.
    private static func escaped(_ text: String) -> String {
        let others: [Unicode.Scalar: UInt8] = [
            "€": 0x80, "…": 0x85, "‘": 0x91, "’": 0x92, "“": 0x93, "”": 0x94, "•": 0x95, "–": 0x96, "—": 0x97,
        ]
        return text.unicodeScalars.map { scalar in
            switch scalar {
            case "(", ")", "\\": "\\" + String(Character(scalar))
            case _ where (0x20..<0x7F).contains(scalar.value): String(Character(scalar))
            default: "\\" + octal(others[scalar] ?? UInt8(exactly: scalar.value) ?? UInt8(ascii: "?"))
            }
        }.joined()
    }

    private static func octal(_ byte: UInt8) -> String {
        let digits = String(byte, radix: 8)
        return String(repeating: "0", count: 3 - digits.count) + digits
    }

    public static func file(_ pages: [Page]) -> [UInt8] {
        var objects = [
            "<< /Type /Catalog /Pages 2 0 R >>",
            "<< /Type /Pages /Kids [\(pages.indices.map { "\(4 + $0 * 2) 0 R" }.joined(separator: " "))] /Count \(pages.count) >>",
            "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
        ]
        for (index, page) in pages.enumerated() {
            objects.append(
                "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 4000 \(page.height)] /Contents \(5 + index * 2) 0 R \(page.annotations)/Resources << /Font << /F1 3 0 R >> >> >>"
            )
            objects.append("<< /Length \(page.drawing.utf8.count) >>\nstream\n\(page.drawing)\nendstream")
        }
        var text = "%PDF-1.4\n"
        var places: [Int] = []
        for (index, object) in objects.enumerated() {
            places.append(text.utf8.count)
            text += "\(index + 1) 0 obj\n\(object)\nendobj\n"
        }
        let start = text.utf8.count
        text += "xref\n0 \(objects.count + 1)\n0000000000 65535 f \n"
        for place in places {
            let digits = String(place)
            text += String(repeating: "0", count: 10 - digits.count) + digits + " 00000 n \n"
        }
        text += "trailer << /Size \(objects.count + 1) /Root 1 0 R >>\nstartxref\n\(start)\n%%EOF\n"
        return Array(text.utf8)
    }
}
