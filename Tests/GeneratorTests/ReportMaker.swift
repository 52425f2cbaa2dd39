import Support

/// A report made of owner, word, edition, in any order.
extension CitationMaker {
    func report(_ generator: inout SeededGenerator) -> Piece {
        let series = plan.part("report.series")
        let order = plan.part("report.order")
        let edition = plan.part("report.edition")
        let known = ReportNames(series)
        let isNumbered = series.tags.contains("numbered")
        let first =
            isNumbered
            ? Int.random(in: 41...59, using: &generator) : Int.random(in: 2015...2023, using: &generator)
        let editions = ["e": first, "f": first + 1, "g": first + 2]
        var values = known.values
        var slugs = [series.text]
        if order.holds.contains("two"), let other = ReportNames.another(than: series, &generator) {
            slugs.append(other.text)
            values["o2"] = ReportNames(other).values["o"]
        }
        values["p"] = "\((isNumbered ? 2022 : first) + 1)"
        values["E"] = edition.text.filled(editions.mapValues { "\($0)" })
        let held = edition.holds.isEmpty ? ["e"] : edition.holds
        let ids = slugs.flatMap { slug in
            order.holds.contains("none")
                ? ["report:\(slug)"] : held.map { "report:\(slug)-\(editions[$0] ?? 0)" }
        }
        return Piece(text: order.text.filled(values).replacing(" ,", with: ","), ids: ids)
    }
}

/// What a series and its owner are called.
private struct ReportNames {
    let values: [String: String]

    init(_ series: Part) {
        var held: [String: String] = [:]
        for pair in series.holds {
            let words = pair.split(separator: "=", maxSplits: 1).map(String.init)
            held[words[0]] = words[1]
        }
        let short = held["short"] ?? ""
        var values = ["o": short, "O": held["full"] ?? short, "of": held["of"] ?? ""]
        if let word = held["word"] {
            values["w"] = word
            values["W"] = word.prefix(1).uppercased() + word.dropFirst()
            values["T"] = "\(short) \(word)"
        } else if let title = held["title"] {
            values["t"] = title
            values["T"] = series.tags.contains("owned") ? "\(short) \(title)" : title
        }
        values["a"] = held["abbr"]
        self.values = values
    }

    static func another(than series: Part, _ generator: inout SeededGenerator) -> Part? {
        guard let axis = PartTable.shared.place(of: "report.series") else { return nil }
        return PartTable.shared.axes[axis].parts.filter { $0.tags.contains("pairable") && $0.text != series.text }
            .randomElement(using: &generator)
    }
}
