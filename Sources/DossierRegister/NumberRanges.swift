/// The documents of a dossier that were published, as the register writes them: `1-20,22-259,A-C`. Letters are the
/// numbers of the Eerste Kamer.
struct NumberRanges: Sendable {
    let numbers: [ClosedRange<Int>]
    /// A = 1, Z = 26, AA = 27.
    let letters: [ClosedRange<Int>]

    init(_ text: String) {
        var numbers: [ClosedRange<Int>] = []
        var letters: [ClosedRange<Int>] = []
        for part in text.split(separator: ",") {
            let ends = part.split(separator: "-", maxSplits: 1).map(String.init)
            guard let first = ends.first, let last = ends.last else { continue }
            if let low = Int(first), let high = Int(last), low <= high {
                numbers.append(low...high)
            } else if let low = Self.ordinal(first), let high = Self.ordinal(last), low <= high {
                letters.append(low...high)
            }
        }
        (self.numbers, self.letters) = (numbers, letters)
    }

    init(_ numbers: Set<Int>, letters: Set<Int>) {
        (self.numbers, self.letters) = (Self.ranges(numbers), Self.ranges(letters))
    }

    /// Whether a document is among them: `230`, `B`.
    func contains(_ document: String) -> Bool {
        if let number = Int(document) { return numbers.contains { $0.contains(number) } }
        guard let letter = Self.ordinal(document) else { return false }
        return letters.contains { $0.contains(letter) }
    }

    /// The last number that is no stray above the highest.
    func last(upTo highest: Int) -> Int { numbers.last { $0.upperBound <= highest }?.upperBound ?? 0 }

    private static func ranges(_ values: Set<Int>) -> [ClosedRange<Int>] {
        values.sorted().reduce(into: []) { ranges, value in
            if let last = ranges.last, last.upperBound + 1 == value {
                ranges[ranges.count - 1] = last.lowerBound...value
            } else {
                ranges.append(value...value)
            }
        }
    }

    /// A = 1, Z = 26, AA = 27.
    static func ordinal(_ text: String) -> Int? {
        var value = 0
        for byte in text.utf8 {
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte), value < 20_000 else { return nil }
            value = value * 26 + Int(byte - UInt8(ascii: "A")) + 1
        }
        return value > 0 ? value : nil
    }

    private static func name(_ ordinal: Int) -> String {
        var (left, name) = (ordinal, "")
        while left > 0 {
            name = String(UnicodeScalar(UInt8(ascii: "A") + UInt8((left - 1) % 26))) + name
            left = (left - 1) / 26
        }
        return name
    }
}

extension NumberRanges: CustomStringConvertible {
    var description: String {
        let texts =
            numbers.map { $0.count == 1 ? "\($0.lowerBound)" : "\($0.lowerBound)-\($0.upperBound)" }
            + letters.map { range in
                let first = Self.name(range.lowerBound)
                return range.count == 1 ? first : "\(first)-\(Self.name(range.upperBound))"
            }
        return texts.joined(separator: ",")
    }
}
