/// The headings of a letter in one dress, with the questions that are asked or answered together.
struct HeadingDress {
    struct Step {
        /// `Q3`, `A3` (by its first number).
        let name: String
        let heading: String
        let sentences: [String]
    }

    let steps: [Step]
    private let jointNumbers: [Int]
    private let asksJointly: Bool

    init(_ dress: String, _ joint: Part) {
        let halves = dress.split(separator: "|").map(String.init)
        let words = joint.text.split(separator: " ", maxSplits: 1).map(String.init)
        jointNumbers = joint.holds.compactMap { Int($0) }
        asksJointly = words[0] == "vragen"
        let list = words.count > 1 ? words[1] : ""
        func heading(_ half: String, _ numbers: String, _ isPlural: Bool) -> String {
            var text = half.filled(["n": numbers])
            guard isPlural else { return text }
            for (one, several) in [
                ("op de vraag", "op de vragen"), ("op vraag", "op vragen"), ("Antwoord vraag", "Antwoord vragen"),
                ("Vraag", "Vragen"), ("VRAAG", "VRAGEN"), ("V r a a g", "V r a g e n"),
            ] where text.contains(one) { return text.replacing(one, with: several) }
            for (one, several) in [
                ("Antwoord", "Antwoorden"), ("ANTWOORD", "ANTWOORDEN"), ("A n t w o o r d", "A n t w o o r d e n"),
            ] { text = text.replacing(one, with: several) }
            return text
        }
        var steps: [Step] = []
        let isPlural = words[0] != "antwoord"
        var number = 1
        while number <= 6 {
            let isJoint = jointNumbers.first == number
            let last = isJoint ? jointNumbers[jointNumbers.count - 1] : number
            let held = isJoint && !asksJointly ? Array(number...last) : [number]
            for question in held {
                let asked = isJoint && asksJointly
                steps.append(
                    Step(
                        name: "Q\(question)", heading: heading(halves[0], asked ? list : "\(question)", asked),
                        sentences: [Self.questions[question - 1]]))
            }
            steps.append(
                Step(
                    name: "A\(number)", heading: heading(halves[1], isJoint ? list : "\(number)", isJoint && isPlural),
                    sentences: [Self.answers[number - 1]]))
            // Question 4 between 3 and 5, which are answered together.
            if isJoint, !asksJointly, !jointNumbers.contains(4) {
                steps.append(Step(name: "A4", heading: heading(halves[1], "4", false), sentences: [Self.answers[3]]))
            }
            number = last + 1
        }
        self.steps = steps
    }

    func unit(ofAnswerTo number: Int) -> String { "A" + joined(number) }

    func unit(ofQuestion number: Int) -> String { "Q" + (asksJointly ? joined(number) : "\(number)") }

    private func joined(_ number: Int) -> String {
        jointNumbers.contains(number) ? jointNumbers.map(String.init).joined(separator: "+") : "\(number)"
    }

    private static let questions = [
        "Kent u het be¬richt?", "Hoe be¬oor¬deelt u de gang van za¬ken rond de veer¬dienst?",
        "Bent u be¬reid de ge¬meen¬te daar¬op aan te spre¬ken?", "Welke ter¬mijn hoort daar volgens u bij?",
        "Wie be¬taalt de extra bus¬sen voor de leer¬lin¬gen?",
        "Wan¬neer vaart de boot weer?",
    ]

    private static let answers = [
        "Ja.", "Dat had eer¬der ge¬moe¬ten.", "Daar¬toe ben ik be¬reid, en de pro¬vin¬cie is dat ook.",
        "De ge¬meen¬te noemt het na¬jaar.", "Dat doet de ver¬voer¬der.", "Dat is nog niet be¬kend.",
    ]
}
