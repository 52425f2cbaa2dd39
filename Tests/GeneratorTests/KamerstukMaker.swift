import DossierRegister
import Support

/// A Kamerstuk made of label, year, dossier, numbers, what is cited behind it, and a place in it.
extension CitationMaker {
    /// Dossiers with as many numbers as are asked for here; those with budget chapters apart.
    private static let dossiers = ["30821", "29924", "29984", "33279", "25424", "31288", "34352", "23645", "32761"]
    private static let budgets = ["36410", "36200", "36600"]

    func kamerstuk(_ generator: inout SeededGenerator) -> Piece {
        let dress = plan.part("kamerstuk.dossier")
        let chapter = dress.holds.first.flatMap { $0.hasPrefix("=") ? nil : $0 }
        let digits = (chapter == nil ? Self.dossiers : Self.budgets).randomElement(using: &generator) ?? ""
        let dossier = dress.text.filled(["a": String(digits.prefix(2)), "b": String(digits.suffix(3))])
        let whole = dress.holds.first { $0.hasPrefix("=") }?.dropFirst()
        let id = whole.map(String.init) ?? digits + (chapter.map { "-" + $0 } ?? "")
        let drawn = Int.random(in: 2...24, using: &generator)
        let written = year("kamerstuk.year", Int.random(in: 2012...2022, using: &generator))
        let list = plan.part("kamerstuk.numbers")
        // A number without any label is one that the register must know.
        let known = (drawn...60).first { Register.builtIn.existence(of: "kst-\(id)-\($0)") == .known }
        let values = numbers(list.tags.contains("unlabelled") ? known ?? drawn : drawn)

        var label = plan.part("kamerstuk.label").text
        if list.tags.contains("ek") { label = Self.ofEersteKamer(label) }
        var ids = list.holds.map { held in
            held == "dossier"
                ? "dossier-\(id)" : "kst-\(id)-" + (held.hasPrefix("=") ? String(held.dropFirst()) : values[held] ?? "")
        }
        let (member, more) = member(id, digits, written, &generator)
        ids += more
        let text =
            label.filled(["Y": written, "D": dossier]) + list.text.plain.filled(values)
            + plan.part("kamerstuk.tail").text.plain + member + (label.hasPrefix("(") ? ")" : "")
        return Piece(text: broken(text, plan.part("kamerstuk.break").text), ids: ids)
    }

    private func member(
        _ id: String, _ digits: String, _ year: String, _ generator: inout SeededGenerator
    ) -> (String, [String]) {
        let part = plan.part("kamerstuk.member")
        guard part.text != "∅" else { return ("", []) }
        let others = Self.dossiers.filter { $0 != digits }
        let other = others.randomElement(using: &generator) ?? ""
        let first = Int.random(in: 2...24, using: &generator)
        let values = ["m": "\(first)", "q": "\(first + 3)", "E": "E"]
        let isTogether = plan.part("kamerstuk.dossier").text.contains("{a}{b}")
        let written = isTogether ? other : "\(other.prefix(2)) \(other.suffix(3))"
        let text = part.text.plain.filled(values.merging(["d": written, "Y": year]) { one, _ in one })
        let of = part.holds[0] == "chapter" ? "\(digits)-XVI" : other
        return (text, part.holds.dropFirst().map { "kst-\(of)-\(values[$0] ?? "")" })
    }

    private static func ofEersteKamer(_ label: String) -> String {
        label.replacing(" II", with: " I").replacing("Tweede", with: "Eerste").replacing("TK", with: "EK").replacing(
            "Kamerstukken 2,", with: "Kamerstukken 1,")
    }
}
