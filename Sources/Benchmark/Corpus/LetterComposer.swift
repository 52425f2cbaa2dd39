import Foundation

/// Letters that look and cite like real ones: sentences of real letters in their usual order, real identifiers with the skew
/// of real citing.
struct LetterComposer: @unchecked Sendable {
    let sentences: SentencePool
    let numbers: OfficialNumbers
    /// Letters in all; their dates run from 1995 on.
    let count: Int

    private static let aYear = 3000
    /// Of sentences that cite, of those whose citation is in a note, and of letters with lines of a page's width: with these a
    /// corpus has as many citations and line ends in a kilobyte as the letters it is made of.
    private static let (citing, inNotes, wrapping) = (0.1, 0.32, 0.15)
    private static let months = [
        "januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus", "september", "oktober", "november",
        "december",
    ]

    func letter(_ index: Int) -> (name: String, text: String) {
        var dice = SeededNumbers(index)
        let year = 1995 + index / Self.aYear % 31
        let number = index % Self.aYear + 1 + index / (Self.aYear * 31) * Self.aYear
        let minister = dice.one(of: sentences.ministers)
        let asker = dice.one(of: sentences.askers)
        let subject = dice.skewed(numbers.subjects.count)
        let month = dice.below(12)
        let day = dice.below(27) + 1
        var text = """
            Tweede Kamer der Staten-Generaal

            Vergaderjaar \(year)–\(year + 1)
            Aanhangsel van de Handelingen
            Vragen gesteld door de leden der Kamer, met de daarop door de regering gegeven antwoorden

            \(number)

            Vragen van het lid \(asker.name) (\(asker.party)) aan de Minister van \(minister.portfolio) over \
            \(dice.one(of: sentences.questions).lowercased().dropLast()) (ingezonden \(day) \(Self.months[month]) \(year)).

            Antwoord van Minister \(minister.name) (\(minister.portfolio)) (ontvangen \(day + 1) \(Self.months[month]) \(year)).


            """
        var notes: [String] = []
        let width = dice.happens(Self.wrapping) ? 110 : Int.max
        for question in 1...(2 + dice.skewed(14)) {
            text += "Vraag \(question)\n"
            text += paragraph(1 + dice.below(3), sentences.questions, subject, width, &notes, &dice)
            text += "Antwoord \(question)\n"
            text += paragraph(4 + dice.below(11), sentences.answers, subject, width, &notes, &dice)
        }
        for (index, note) in notes.enumerated() { text += "[\(index + 1)] \(note)\n" }
        return ("ah-tk-\(year)\(year + 1)-\(number)", text)
    }

    private func paragraph(
        _ length: Int, _ pool: [String], _ subject: Int, _ width: Int, _ notes: inout [String],
        _ dice: inout SeededNumbers
    ) -> String {
        var text = ""
        for _ in 0..<length {
            var sentence = dice.one(of: pool)
            if dice.happens(Self.citing) {
                if dice.happens(Self.inNotes) {
                    notes.append(self.sentence(dice.one(of: sentences.notes), subject, &dice))
                    sentence += "[\(notes.count)]"
                } else {
                    sentence = self.sentence(dice.one(of: sentences.citing), subject, &dice)
                }
            }
            text += (text.isEmpty ? "" : " ") + sentence
        }
        return Self.wrapped(text, width) + "\n\n"
    }

    /// The sentence, with another number where numbers are to follow the skew.
    private func sentence(_ citing: SentencePool.Citing, _ subject: Int, _ dice: inout SeededNumbers) -> String {
        citing.before + (citing.numbered.map { source($0, subject, &dice) } ?? citing.quote) + citing.behind
    }

    /// A source as ministries write them.
    private func source(_ kind: SentencePool.Numbered, _ subject: Int, _ dice: inout SeededNumbers) -> String {
        switch kind {
        case .aanhangsel:
            let (year, number) = dice.one(of: numbers.aanhangsels)
            return "Aanhangsel Handelingen, vergaderjaar \(year.prefix(4))–\(year.suffix(4)), nr. \(number)"
        case .kamerstuk:
            let own = numbers.subjects[subject]
            let dossier = numbers.dossiers[
                dice.happens(0.7) ? own[dice.skewed(own.count)] : dice.below(numbers.dossiers.count)]
            let document = dossier.documents[dice.skewed(dossier.documents.count)]
            let spaced =
                dossier.number.count == 5
                ? dossier.number.prefix(2) + " " + dossier.number.dropFirst(2) : dossier.number[...]
            let year = 2000 + dice.below(24)
            return dice.one(of: [
                "Kamerstukken II, \(year)/\(String(year + 1).suffix(2)), \(spaced), nr. \(document)",
                "Kamerstuk \(dossier.number), nr. \(document)",
                "Kamerstukken II \(year)/\(year + 1), \(spaced), nr. \(document)",
                "Kamerstuk \(spaced) nr. \(document)",
            ])
        }
    }

    private static func wrapped(_ text: String, _ width: Int) -> String {
        var lines = ""
        var length = 0
        for word in text.split(separator: " ") {
            if length > 0, length + word.utf8.count >= width {
                lines += "\n"
                length = 0
            } else if length > 0 {
                lines += " "
                length += 1
            }
            lines += word
            length += word.utf8.count
        }
        return lines
    }
}

/// A repeatable stream of numbers: SplitMix64 (Steele, Lea, Flood, *Fast splittable pseudorandom number generators*, 2014).
struct SeededNumbers: RandomNumberGenerator {
    private var state: UInt64

    init(_ seed: Int) { state = UInt64(bitPattern: Int64(seed)) &* 0x9e37_79b9_7f4a_7c15 &+ 1 }

    mutating func next() -> UInt64 {
        state &+= 0x9e37_79b9_7f4a_7c15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xbf58_476d_1ce4_e5b9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94d0_49bb_1331_11eb
        return mixed ^ (mixed >> 31)
    }

    mutating func below(_ count: Int) -> Int { Int.random(in: 0..<max(1, count), using: &self) }
    mutating func one<Element>(of elements: [Element]) -> Element { elements[below(elements.count)] }
    mutating func happens(_ part: Double) -> Bool { Double.random(in: 0..<1, using: &self) < part }

    /// A place in a list, the first ones by far the likeliest: log-uniform, as citing is.
    mutating func skewed(_ count: Int) -> Int {
        guard count > 1 else { return 0 }
        var place = 1.0
        let share = Double.random(in: 0..<1, using: &self)
        // count to the power of a share lies evenly between 1 and count, in orders of size.
        var (low, high) = (1.0, Double(count))
        var rest = share
        while high - low > 0.5 {
            let middle = (low * high).squareRoot()
            if rest < 0.5 { high = middle } else { low = middle }
            rest = rest < 0.5 ? rest * 2 : rest * 2 - 1
            place = low
        }
        return min(count - 1, Int(place) - 1)
    }
}
