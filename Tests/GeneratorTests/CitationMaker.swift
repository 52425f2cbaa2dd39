import Support

/// One citation of a kind, made of the plan's parts, with the ids it holds.
struct CitationMaker {
    let plan: Plan
    let heading: HeadingDress
    /// Where it stands.
    let unit: String
    let seed: UInt64

    /// The same seed gives the same numbers, whatever other parts the letter has.
    func piece(_ kind: String) -> Piece {
        var generator = SeededGenerator(seed ^ UInt64(kind.utf8.reduce(0) { $0 &* 31 &+ UInt($1) }))
        return switch kind {
        case "kamerstuk": kamerstuk(&generator)
        case "aanhangsel": aanhangsel(&generator)
        case "handelingen": handelingen(&generator)
        case "crossref": crossref(&generator)
        case "report": report(&generator)
        default: listed(kind)
        }
    }

    /// A form that stands in the table with its ids.
    private func listed(_ kind: String) -> Piece {
        let part = plan.part("\(kind).form")
        return Piece(text: part.text, ids: part.holds)
    }

    // MARK: - Words and years

    /// A trigger word with a hyphen in it.
    func broken(_ text: String, _ way: String) -> String {
        var generator = SeededGenerator(seed)
        let triggers = ["Kamerstukken", "kamerstukken", "Kamerstuk", "Aanhangsel", "Handelingen", "vergaderjaar"]
        guard way != "∅" else { return text }
        let found = triggers.compactMap { word in text.range(of: word) }.sorted { $0.lowerBound < $1.lowerBound }
        guard let range = found.first else { return text }
        let letters = text.distance(from: range.lowerBound, to: range.upperBound)
        let place = text.index(range.lowerBound, offsetBy: Int.random(in: 2...letters - 2, using: &generator))
        return text[..<place] + way.plain + text[place...]
    }

    func year(_ axis: String, _ first: Int) -> String {
        plan.part(axis).text.filled([
            "x": "\(first - 1)", "y": "\(first)", "z": "\(first + 1)", "yy": "\(first % 100)",
            "zz": "\((first + 1) % 100)",
        ])
    }

    /// `1 5` as the numbers that a base stands for: 1 is the base itself.
    func numbers(_ base: Int) -> [String: String] {
        Dictionary(uniqueKeysWithValues: (1...6).map { ("\($0)", "\(base + $0 - 1)") })
    }

    // MARK: - Aanhangsel and Handelingen

    private func aanhangsel(_ generator: inout SeededGenerator) -> Piece {
        // No number that could be a year.
        let base = Int.random(in: 2200...3000, using: &generator) - (Bool.random(using: &generator) ? 2000 : 0)
        let first = Int.random(in: 2012...2022, using: &generator)
        var values = numbers(base)
        values["Z"] = year("aanhangsel.year", first + 1)
        let list = plan.part("aanhangsel.numbers")
        var label = plan.part("aanhangsel.label").text
        if list.tags.contains("bare"), list.holds.count > 1, label.hasSuffix(", Aanhangsel{N}") {
            label = label.replacing("Aanhangsel{N}", with: "Aanhangsels{N}")
        }
        let text = label.filled(["Y": year("aanhangsel.year", first), "N": list.text.plain.filled(values)])
        let ids = list.holds.map { held in
            let sitting = held.hasSuffix("@") ? first + 1 : first
            return "ah-tk-\(sitting)\(sitting + 1)-\(values[held.replacing("@", with: "")] ?? "")"
        }
        return Piece(text: broken(text, plan.part("aanhangsel.break").text), ids: ids)
    }

    private func handelingen(_ generator: inout SeededGenerator) -> Piece {
        let number = Int.random(in: 10...99, using: &generator)
        let item = Int.random(in: 2...30, using: &generator)
        let first = Int.random(in: 2012...2022, using: &generator)
        let label = plan.part("handelingen.label")
        let text = label.text.filled([
            "Y": year("handelingen.year", first), "1": "\(number)", "2": "\(item)",
        ])
        let id = "h-tk-\(first)\(first + 1)-\(number)" + (label.holds.isEmpty ? "" : "-\(item)")
        return Piece(text: broken(text, plan.part("handelingen.break").text), ids: [id])
    }

    // MARK: - Crossrefs

    private func crossref(_ generator: inout SeededGenerator) -> Piece {
        let isQuestion = unit.hasPrefix("Q")
        let own = unit.dropFirst().split(separator: "+").compactMap { Int($0) }
        var form = plan.part("crossref.form")
        if isQuestion, form.holds.contains("answers-only") { form = PartTable.shared.plain("crossref.form") }
        var list = plan.part("crossref.numbers")
        // Three in a row that are not its own.
        let rows = (1...4).filter { start in !own.contains { (start...start + 2).contains($0) } }
        let start: Int
        if let row = rows.randomElement(using: &generator), form.tags.isDisjoint(with: ["several"]) {
            start = row
        } else {
            start = own.contains(1) ? 4 : 1
            if list.holds.count > 2 || list.holds.contains("3") {
                list = Part(text: "{1} en {2}", holds: ["1", "2"], tags: [], bars: [])
            }
        }
        let words = [
            "first": ["eerste", "tweede", "derde", "vierde", "vijfde", "zesde"][start - 1],
            "one": ["één", "twee", "drie", "vier", "vijf", "zes"][start - 1],
        ]
        let held = form.text.contains("{L}") ? list.holds.compactMap { Int($0) } : [1]
        let text = form.text.filled(words).filled(["L": list.text.filled(numbers(start))])
        let isOfQuestions = isQuestion && form.holds == ["V"]
        // `antwoord 3 en vraag 5`: the question itself is meant, where `antwoord op vraag 3 en vraag 5` are two answers.
        let hasOwnNoun = isQuestion && list.text.contains("vraag") && form.text.firstMatch(of: /vra.*\{L/) == nil
        let ids = held.map { place in
            let number = start + place - 1
            let isOfQuestions = isOfQuestions || hasOwnNoun && place > 1
            return "#" + (isOfQuestions ? heading.unit(ofQuestion: number) : heading.unit(ofAnswerTo: number))
        }
        return Piece(text: text, ids: ids)
    }
}

extension String {
    fileprivate func range(of word: String) -> Range<String.Index>? { ranges(of: word).first }
}
