import DossierRegister
import DutchText
import LetterReading

/// Who sent a letter that is cited by its date, as far as the sentence says: `mijn brief van …`, `de brief van de minister van
/// Defensie van …`, `de brief van … van de Algemene Rekenkamer`.
struct LetterSender {
    private enum Said {
        case nothing
        /// The sentence names somebody else before, who may have sent it: `De VNG vroeg in de brief van …`.
        case unclear
        /// Those who sign this letter, or were in their place before.
        case own
        case other(String)
    }

    private let said: Said

    private static let officials = ["minister", "staatssecretaris", "kabinet", "regering", "bewinds"]

    /// - Parameters:
    ///   - quote: the letter as it is cited, on one line: `brief van de minister van Defensie van 21 december 2023`.
    ///   - before: its sentence up to there.
    ///   - behind: its sentence from there.
    init(of quote: String, before: String, behind: String) {
        let words = quote.split(separator: " ").dropFirst()
        // What stands before the day and the word that joins it.
        let middle = words.prefix { $0.first?.isNumber != true }.dropLast()
        let sender = middle.first == "van" ? middle.dropFirst() : []
        // `van de VNG aan de minister`: to whom it was sent is not who sent it.
        let from = (sender.isEmpty ? Self.from(behind) : Array(sender)).prefix { $0 != "aan" }
        let near = before.split(separator: " ").suffix(2) + from
        if near.contains(where: { Self.isOwner($0.lowercased()) }) {
            said = .own
        } else {
            let isNamed = before.split(separator: " ").dropFirst().contains { $0.first?.isUppercase == true }
            said = from.isEmpty ? (isNamed ? .unclear : .nothing) : .other(from.joined(separator: " "))
        }
    }

    private static func isOwner(_ word: String) -> Bool {
        word.utf8.isOne(of: FunctionWords.possessives) || word == "ambtsvoorganger" || word == "ambtsvoorgangers"
    }

    /// ` van de minister van Defensie over …`
    private static func from(_ behind: String) -> [Substring] {
        let words = behind.split(separator: " ")
        guard words.first == "van" else { return [] }
        let sender = words.dropFirst().prefix { word in
            !word.utf8.isOne(of: FunctionWords.topics) && word != "omtrent" && word != "met"
        }
        return Array(sender.prefix(12))
    }

    /// Whether it opens with an office of this country: not `Vlaamse regering`, `Inspectie van het ministerie`.
    private static func isOfficial(_ text: String) -> Bool {
        let skipped: Set<Substring> = ["de", "het", "toenmalige", "toenmalig", "demissionaire", "vorige", "huidige"]
        guard !text.contains("koning"), let first = text.split(separator: " ").first(where: { !skipped.contains($0) })
        else { return false }
        return officials.contains { first.hasPrefix($0) }
    }

    /// Whether a document of the register may be that letter.
    /// - Parameter header: of the letter that cites it.
    func mayBe(_ document: RegisteredDocument, _ header: LetterHeader) -> Bool {
        if let writer = document.writer {
            // Such a letter is not cited without its writer.
            if case .other(let text) = said { return text.lowercased().contains(writer.lowercased()) }
            return false
        }
        switch said {
        case .nothing: return true
        case .unclear: return false
        case .own:
            guard let sender = document.sender else { return true }
            let portfolios = header.ministers.compactMap(\.portfolio) + [header.ministry].compactMap(\.self)
            return portfolios.contains { Portfolio($0).isSame(as: sender) }
        case .other(let text):
            guard Self.isOfficial(text.lowercased()) else { return false }
            guard let sender = document.sender, case let named = Portfolio(text), !named.isEmpty else { return true }
            return named.isSame(as: sender)
        }
    }
}

/// What a minister is for: `Justitie en Veiligheid`.
private struct Portfolio {
    private let words: Set<String>
    /// `JenV`, where the ministry is known.
    private let ministries: Set<String>

    private static let common: Set<String> = [
        "minister", "ministers", "ministerie", "staatssecretaris", "staatssecretarissen", "zaken", "algemeen",
        "kabinet",
        "regering", "bewindspersoon", "bewindspersonen", "toenmalige", "namens", "demissionair", "president",
    ]

    /// - Parameter text: a portfolio, or with the office before it and other ministers behind it.
    init(_ text: String) {
        let small = text.lowercased()
        words = Set(
            small.split { !$0.isLetter }.filter { $0.count > 4 }.map(String.init).filter { !Self.common.contains($0) })
        // Each stretch behind `van` or `voor` may be the name of a ministry.
        let parts = (" " + small).split(separator: " van ").flatMap { $0.split(separator: " voor ") }
        let known = parts.map { Ministry.short($0.trimmed) }.filter { $0.first?.isUppercase == true }
        // A head may have the short name alone.
        ministries = Set(known + [text])
    }

    /// Whether it is an office alone: `de minister`.
    var isEmpty: Bool { words.isEmpty && ministries.count < 2 }

    func isSame(as sender: String) -> Bool {
        let other = Portfolio(sender)
        return !words.isDisjoint(with: other.words) || !ministries.isDisjoint(with: other.ministries)
    }
}

extension Substring {
    fileprivate var trimmed: String { String(drop { $0 == " " }) }
}
