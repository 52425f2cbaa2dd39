import DutchText
import LetterReading

/// A dossier's number with what may be added to it: `35 165`, `35165`, `35.165`, `36 410 XIV`, `21 501-02`,
/// `36 410 A`, `34 356 (R2064)`.
struct Dossier: Equatable {
    let number: Int
    /// A budget chapter (`XIV`), a fund letter (`A`), or for 21501 its digits (`02`); nil without.
    var addition: String?

    /// As ids write it: `36410-XIV`.
    var id: String { "\(number)" + (addition.map { "-" + $0 } ?? "") }

    /// Reads a dossier and leaves the cursor behind its addition.
    /// - Parameter allowsOld: whether four digits may be one, as before 1970.
    static func read(_ cursor: inout Cursor, allowsOld: Bool = false) -> Dossier? {
        cursor.attempt { cursor in
            guard let number = number(&cursor, allowsOld: allowsOld) else { return nil }
            var dossier = Dossier(number: number)
            skipRijkswet(&cursor)
            dossier.addition = number == 21501 ? digits(&cursor) : Chapter.read(&cursor)
            skipRijkswet(&cursor)
            return dossier
        }
    }

    /// Five digits, plain or as two and three with a blank or a full stop between.
    private static func number(_ cursor: inout Cursor, allowsOld: Bool) -> Int? {
        cursor.attempt { cursor in
            let start = cursor.position
            guard let head = cursor.number(most: 5) else { return nil }
            switch cursor.position - start {
            case 5: return cursor.current?.isDigit == true ? nil : head
            case 4: return allowsOld && cursor.current?.isDigit != true ? head : nil
            case 2:
                // `33-400 VIII`: only behind the word for a Kamerstuk, where it is no telephone number.
                guard cursor.skip(Byte.dot) || cursor.skipBlanks() || allowsOld && cursor.skip(Byte.hyphen) else {
                    return nil
                }
                let middle = cursor.position
                guard let tail = cursor.number(most: 3), cursor.position - middle == 3 else { return nil }
                return cursor.current?.isDigit == true ? nil : head * 1000 + tail
            default: return nil
            }
        }
    }

    /// `-02` of `21 501-02`: the only dossier with a number as its addition. `21501-2, nr. 2733` means the same one.
    private static func digits(_ cursor: inout Cursor) -> String? {
        cursor.attempt { cursor in
            cursor.skipBlanks()
            guard cursor.skipDash() else { return nil }
            cursor.skipBlanks()
            let start = cursor.position
            guard let number = cursor.number(most: 2), number > 0 else { return nil }
            if cursor.position - start == 2 || number > 9 {
                return String(decoding: cursor.bytes[start..<cursor.position], as: UTF8.self)
            }
            var next = cursor
            guard next.skip(Byte.comma) || next.current?.isBlank == true else { return nil }
            next.skipBlanks()
            return next.skip("nr") ? "0\(number)" : nil
        }
    }

    /// `(R2064)`, `(R 1802)`: the number of a Rijkswet is no part of an id.
    private static func skipRijkswet(_ cursor: inout Cursor) {
        _ = cursor.attempt { cursor -> Bool? in
            cursor.skipBlanks()
            _ = cursor.skipDash()
            guard cursor.skip("(R") else { return nil }
            cursor.skipBlanks()
            guard cursor.number(most: 4) != nil, cursor.skip(Byte.closeParen) else { return nil }
            return true
        }
    }
}

extension SourceKind {
    static let dossier = SourceKind(
        name: "dossier", summary: "a dossier of Kamerstukken named without a document", example: "Kamerstukken 31945",
        look: Look(shape: "folder", fill: "#B5D3E7", line: "#004E7C", name: "dossier"),
        isRegistered: true,
        owns: { $0.hasPrefix("dossier-") },
        page: { id, _ in "https://zoek.officielebekendmakingen.nl/dossier/\(id.dropFirst("dossier-".count))" },
        label: { id, _ in dossierLabel(String(id.dropFirst("dossier-".count))) },
        isWellFormed: { id, _ in isDossierID(id) },
        askedFor: { text in "dossier-" + text.filter { !$0.isWhitespace && $0 != "." } })

    /// `dossier-31945`, `dossier-36600-VII`.
    private static func isDossierID(_ id: String) -> Bool {
        let parts = id.split(separator: "-", omittingEmptySubsequences: false).dropFirst()
        let isNumber = parts.first.map { (4...5).contains($0.count) && $0.allSatisfy { $0.isASCII && $0.isNumber } }
        return isNumber == true && parts.count <= 2
            && parts.dropFirst().allSatisfy {
                !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isUppercase || $0.isNumber) }
            }
    }

    /// `36410-XIII` → `36 410 XIII`, `21501-02` → `21 501-02`.
    static func dossierLabel(_ dossier: String) -> String {
        let parts = dossier.split(separator: "-", maxSplits: 1).map(String.init)
        let number = parts[0].count == 5 ? "\(parts[0].prefix(2)) \(parts[0].suffix(3))" : parts[0]
        guard parts.count == 2 else { return number }
        return parts[1].first?.isNumber == true ? "\(number)-\(parts[1])" : "\(number) \(parts[1])"
    }
}
