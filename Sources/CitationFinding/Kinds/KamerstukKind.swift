extension SourceKind {
    static let kamerstuk = SourceKind(
        name: "kamerstuk", summary: "a numbered paper of parliament",
        example: "Kamerstukken II, 2023/24, 30 821, nr. 230",
        look: Look(shape: "note", fill: "#CFE6F5", line: "#0072B2", name: "Kamerstuk"),
        isListedFirst: true, isRegistered: true, hasTitleBefore: true, countsFor: "dossier",
        owns: { $0.hasPrefix("kst-") }, parent: { id, _ in dossier(of: id) }, page: official,
        label: { id, _ in
            let parts = id.dropFirst("kst-".count).split(separator: "-").map(String.init)
            guard let number = parts.last, let dossier = dossier(of: id) else { return id }
            let isLetter = number.first?.isUppercase == true
            return dossierLabel(String(dossier.dropFirst("dossier-".count)))
                + (isLetter ? ", \(number)" : ", nr. \(number)")
        })

    /// `kst-36600-VII-1` → `dossier-36600-VII`; `kst-20082009-31145-C` → `dossier-31145`.
    private static func dossier(of id: String) -> String? {
        var parts = id.dropFirst("kst-".count).split(separator: "-")
        guard parts.count > 1 else { return nil }
        if parts[0].count == 8 { parts.removeFirst() }
        return parts.count > 1 ? "dossier-" + parts.dropLast().joined(separator: "-") : nil
    }
}
