import Support

/// A letter made of a plan's parts, with all it cites. Its sentences and numbers are invented.
struct MadeLetter {
    let text: String
    let truth: Set<Cited>
}

/// Puts a letter together: six questions with their answers, notes called at three places, two citations.
struct LetterMaker {
    let plan: Plan
    private let seed: UInt64
    var generator: SeededGenerator
    var truth: Set<Cited> = []
    /// Sentences by unit, and by note.
    var added: [String: [String]] = [:]
    var noteTexts: [Int: String] = [:]
    let heading: HeadingDress
    let notes: NoteDress

    static func make(_ plan: Plan, seed: UInt64) -> MadeLetter {
        var maker = LetterMaker(plan: plan, seed: seed)
        maker.addCitations()
        return MadeLetter(text: maker.layOut(), truth: maker.truth)
    }

    private init(plan: Plan, seed: UInt64) {
        self.plan = plan
        self.seed = seed
        generator = SeededGenerator(seed)
        heading = HeadingDress(plan.part("heading").text, plan.part("joint"))
        notes = NoteDress(plan)
    }

    // MARK: - Citations and where they stand

    private mutating func addCitations() {
        for (kind, slot) in zip(plan.kinds, Axis.slots) {
            let place = plan.part("\(slot).place").text
            let spot = spot(place, isReference: kind == "crossref")
            let maker = CitationMaker(plan: plan, heading: heading, unit: spot.unit, seed: seed)
            let piece = maker.piece(kind)
            for id in piece.ids { truth.insert(Cited(unit: spot.unit, id: id)) }
            let sentence = plan.part("\(["first", "fourth"].contains(slot) ? "first" : "second").wording").text.filled([
                "C": "‹" + piece.text + "›"
            ])
            if let note = spot.note {
                noteTexts[note] = (noteTexts[note].map { $0.hasSuffix(".") ? $0 + " " : $0 + ". " } ?? "") + sentence
            } else {
                added[spot.key, default: []].append(sentence.hasSuffix("›") ? sentence + "." : sentence)
            }
        }
        for note in 1...notes.count where noteTexts[note] == nil {
            let address = "https://www.havenbode.nl/artikel-\(note)0"
            noteTexts[note] = plan.part("opening").text.filled(["u": address])
            truth.insert(Cited(unit: unit(ofNote: note), id: address))
        }
    }

    private func unit(ofNote note: Int) -> String {
        note == 1 ? "Q1" : note == notes.count ? "A2" : "A1"
    }

    private func spot(_ place: String, isReference: Bool) -> (unit: String, key: String, note: Int?) {
        switch place {
        case "question": return ("Q2", "Q2", nil)
        case "note of a question": return ("Q1", "", 1)
        case "note of an answer": return ("A1", "", 2)
        case "last note of an answer": return ("A2", "", notes.count)
        case "joint answer": return (heading.unit(ofAnswerTo: 3), "A3", nil)
        case "second paragraph": return ("A2", "A2 second", nil)
        case "late question": return ("Q6", "Q6", nil)
        case "late answer": return ("A6", "A6", nil)
        case "preamble" where !isReference: return ("preamble", "preamble", nil)
        default: return ("A2", "A2", nil)
        }
    }
}
