/// The numbers that Word counts by itself (`Vraag 3`, `2.`, `b)`): they stand in no text of the file, and readers see them.
struct WordNumbering {
    private struct Level {
        let start: Int
        let format: String
        /// `Vraag %1`, `%1.%2`: the counters of the levels, with what is printed around them.
        let text: String
    }

    /// A paragraph's place in a list.
    struct Place {
        let list: String
        let level: Int
    }

    private var levels: [String: [Int: Level]] = [:]
    /// Lists that Word's styles put their paragraphs in.
    private var styles: [String: Place] = [:]
    private var counters: [String: [Int: Int]] = [:]
    /// Lists that count together.
    private var counted: [String: String] = [:]

    init(numbering: MarkupElement?, styles root: MarkupElement?) {
        var drafts: [String: [Int: Level]] = [:]
        for draft in numbering?.elements ?? [] where draft.name == "abstractNum" {
            drafts[draft.attributes["abstractNumId"] ?? ""] = Self.levels(draft)
        }
        for list in numbering?.elements ?? [] where list.name == "num" {
            guard let id = list.attributes["numId"], let draft = list.first("abstractNumId")?.attributes["val"] else {
                continue
            }
            levels[id] = drafts[draft]
            // A list with a start of its own counts anew.
            counted[id] = list.first("lvlOverride") == nil ? "draft \(draft)" : id
        }
        for style in root?.elements ?? [] where style.name == "style" {
            if let id = style.attributes["styleId"], let place = Self.place(style.first("pPr")) { styles[id] = place }
        }
    }

    private static func levels(_ draft: MarkupElement) -> [Int: Level] {
        var levels: [Int: Level] = [:]
        for level in draft.elements where level.name == "lvl" {
            guard let index = level.attributes["ilvl"].flatMap(Int.init) else { continue }
            levels[index] = Level(
                start: ListNumber.start(level.first("start")?.attributes["val"]),
                format: level.first("numFmt")?.attributes["val"] ?? "decimal",
                text: level.first("lvlText")?.attributes["val"] ?? "")
        }
        return levels
    }

    private static func place(_ properties: MarkupElement?) -> Place? {
        guard let numbered = properties?.first("numPr"), let list = numbered.first("numId")?.attributes["val"] else {
            return nil
        }
        return Place(list: list, level: numbered.first("ilvl")?.attributes["val"].flatMap(Int.init) ?? 0)
    }

    /// The number printed before a paragraph, and what counts it; nil when it has none, or only a bullet.
    mutating func number(of properties: MarkupElement?) -> (text: String, list: String)? {
        let style = properties?.first("pStyle")?.attributes["val"]
        guard let place = Self.place(properties) ?? style.flatMap({ styles[$0] }), place.list != "0",
            let levels = levels[place.list], let level = levels[place.level], level.format != "bullet",
            level.format != "none"
        else { return nil }
        let key = counted[place.list] ?? place.list
        var counts = counters[key] ?? [:]
        counts[place.level] = (counts[place.level] ?? level.start - 1) + 1
        for deeper in counts.keys where deeper > place.level { counts[deeper] = nil }
        counters[key] = counts
        var text = level.text
        for index in 0...max(0, min(place.level, 8)) {
            let format = levels[index]?.format ?? "decimal"
            let count = counts[index] ?? levels[index]?.start ?? 1
            text = text.replacing("%\(index + 1)", with: ListNumber.written(count, format))
        }
        return text.contains { $0.isLetter || $0.isNumber } ? (text, "\(key), \(place.level)") : nil
    }
}

/// Word's fields: an instruction that nobody sees (`HYPERLINK "https://nos.nl/…"`, `DOCPROPERTY datum`) and the result that
/// is printed; they stand within one another.
struct WordFields {
    private struct Field {
        var instruction = ""
        var isResult = false
        var start = 0
    }

    private var open: [Field] = []

    /// Whether what stands here is printed: within instructions nothing is.
    var isVisible: Bool { open.allSatisfy(\.isResult) }

    mutating func add(_ instruction: String) {
        guard let last = open.indices.last, !open[last].isResult else { return }
        open[last].instruction += instruction
    }

    /// A `fldChar`: begin, separate or end.
    mutating func mark(_ type: String, _ composer: inout TextComposer) {
        switch type {
        case "begin": open.append(Field())
        case "separate":
            guard let last = open.indices.last else { return }
            (open[last].isResult, open[last].start) = (true, composer.offset)
        case "end":
            guard let field = open.popLast(), field.isResult, isVisible else { return }
            composer.endLink(to: Self.target(field.instruction), from: field.start)
        default: break
        }
    }

    /// The address in `HYPERLINK "https://nos.nl/artikel/1" \t "_blank"`; nil for other fields and for places within the
    /// letter.
    static func target(_ instruction: String) -> String? {
        guard let name = instruction.range(of: "HYPERLINK") else { return nil }
        let rest = instruction[name.upperBound...].drop { $0 == " " }
        guard rest.first == "\"" else { return nil }
        return rest.dropFirst().split(separator: "\"", omittingEmptySubsequences: false).first.map(String.init)
    }
}
