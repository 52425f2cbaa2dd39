/// A paper sent along with a Kamerstuk, by its own number: `blg-1184123`, also in an address. `OfficialID` reads it.
enum Bijlage {
    /// `blg-` and four to eight digits.
    static func isID(_ text: Substring) -> Bool {
        guard text.hasPrefix("blg-") else { return false }
        let digits = text.dropFirst("blg-".count)
        return (4...8).contains(digits.count) && digits.allSatisfy { $0.isASCII && $0.isNumber } && digits.first != "0"
    }
}

extension SourceKind {
    static let bijlage = SourceKind(
        name: "bijlage", summary: "a document sent with a Kamerstuk", example: "blg-1184123",
        look: Look(shape: "invtrapezium", fill: "#EDE7F3", line: "#7B5AA6", name: "bijlage"),
        grammars: { _ in [OfficialID.grammar] },
        owns: { $0.hasPrefix("blg-") }, page: official,
        label: { id, _ in "bijlage \(id.dropFirst("blg-".count))" }, isOfficialID: { Bijlage.isID($0) })
}
