import DutchText
import LetterReading

/// What a file of XML or HTML says of itself: `<meta name="issued" content="2023-06-06"/>`, or KOOP's own
/// `OVERHEIDop.datumOntvangst`.
extension Document.Facts {
    init(metadata root: MarkupElement) {
        self.init()
        var found: [String: [String]] = [:]
        func collect(_ element: MarkupElement) {
            if element.name == "meta", let name = element.attributes["name"], let value = element.attributes["content"]
            {
                found[String(name.split(separator: ".").last ?? ""), default: []].append(value)
            }
            for child in element.elements { collect(child) }
        }
        collect(root)
        func day(_ names: [String]) -> String? {
            names.lazy.compactMap { found[$0]?.first }.first { value in
                let parts = value.split(separator: "-")
                guard value.count == 10, parts.map(\.count) == [4, 2, 2] else { return false }
                let numbers = parts.compactMap { Int($0) }
                return numbers.count == 3 && DutchDate.exists(numbers[0], numbers[1], numbers[2])
            }
        }
        aanhangsel = found["identifier"]?.first { $0.hasPrefix("ah-tk-") || $0.hasPrefix("ah-ek-") }
        answered = day(["datumOntvangst", "datumBrief", "issued"])
        submitted = day(["datumIndiening"])
        askers = (found["indiener"] ?? []).map(Self.surname)
        ministers = (found["ontvanger"] ?? []).map { LetterHeader.Minister(name: Self.surname($0), portfolio: nil) }
    }

    /// `S.J.F. van der Graaf` → `Van der Graaf`.
    private static func surname(_ name: String) -> String {
        let words = name.split(separator: " ").drop { $0.contains(".") }
        let rest = words.joined(separator: " ")
        return rest.prefix(1).uppercased() + rest.dropFirst()
    }
}
