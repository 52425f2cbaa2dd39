/// The numbers that LibreOffice counts by itself (`Vraag 3`, `2.`, `b)`): they stand in no text of the file, and readers see
/// them.
struct ListNumbering {
    private struct Level {
        let start: Int
        /// `1`, `a`, `A`, `i` or `I`.
        let format: String
        let prefix: String
        let suffix: String
    }

    private var levels: [String: [Int: Level]] = [:]
    private var counters: [String: [Int: Int]] = [:]

    /// - Parameter roots: the parts of the file that hold styles.
    init(_ roots: [MarkupElement?]) {
        for style in roots.compactMap(\.self).flatMap(\.elements).flatMap(\.elements) where style.name == "list-style" {
            guard let name = style.attributes["name"] else { continue }
            for level in style.elements where level.name == "list-level-style-number" {
                guard let index = level.attributes["level"].flatMap(Int.init) else { continue }
                levels[name, default: [:]][index] = Level(
                    start: ListNumber.start(level.attributes["start-value"]),
                    format: level.attributes["num-format"] ?? "", prefix: level.attributes["num-prefix"] ?? "",
                    suffix: level.attributes["num-suffix"] ?? "")
            }
        }
    }

    /// A list that does not go on from the one before counts anew.
    mutating func begin(_ list: MarkupElement, style: String, level: Int) {
        let goesOn = list.attributes["continue-numbering"] == "true" || list.attributes["continue-list"] != nil
        if !goesOn { counters[style]?[level] = nil }
    }

    /// The number printed before an item; nil when it has none, or only a bullet.
    mutating func next(style: String, level: Int) -> String? {
        guard let form = levels[style]?[level], !form.format.isEmpty else { return nil }
        let count = min(counters[style]?[level] ?? form.start - 1, ListNumber.most) + 1
        counters[style, default: [:]][level] = count
        return form.prefix + ListNumber.written(count, form.format) + form.suffix
    }
}

/// How a list prints a number, by the name that Word or LibreOffice has for it.
enum ListNumber {
    /// No list counts further; a number made to overflow is cut here.
    static let most = 100_000

    /// Where a list begins, as its file says, or at 1.
    static func start(_ written: String?) -> Int { min(max(written.flatMap(Int.init) ?? 1, 0), most) }

    static func written(_ count: Int, _ format: String) -> String {
        switch format {
        case "lowerLetter", "upperLetter", "a", "A":
            guard (1...26).contains(count), let sign = Unicode.Scalar(96 + UInt32(count)) else { return String(count) }
            let letter = String(Character(sign))
            return format == "lowerLetter" || format == "a" ? letter : letter.uppercased()
        case "lowerRoman", "i": return roman(count).lowercased()
        case "upperRoman", "I": return roman(count)
        default: return String(count)
        }
    }

    private static func roman(_ count: Int) -> String {
        let signs = [(50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")]
        guard (1...89).contains(count) else { return String(count) }
        var (rest, text) = (count, "")
        for (value, sign) in signs {
            while rest >= value {
                text += sign
                rest -= value
            }
        }
        return text
    }
}
