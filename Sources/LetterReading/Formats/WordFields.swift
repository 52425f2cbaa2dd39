/// Word's fields: an instruction that nobody sees (`HYPERLINK "https://nos.nl/…"`, `DOCPROPERTY datum`) and the result that
/// is printed; they stand within one another.
struct WordFields {
    private struct Field {
        var instruction = ""
        var isResult = false
        var start = 0
    }

    private var open: [Field] = []

    /// Whether what stands here is printed: within instructions nothing is.
    var isVisible: Bool { open.allSatisfy(\.isResult) }

    mutating func add(_ instruction: String) {
        guard let last = open.indices.last, !open[last].isResult else { return }
        open[last].instruction += instruction
    }

    /// A `fldChar`: begin, separate or end.
    mutating func mark(_ type: String, _ composer: inout TextComposer) {
        switch type {
        case "begin": open.append(Field())
        case "separate":
            guard let last = open.indices.last else { return }
            (open[last].isResult, open[last].start) = (true, composer.offset)
        case "end":
            guard let field = open.popLast(), field.isResult, isVisible else { return }
            composer.endLink(to: Self.target(field.instruction), from: field.start)
        default: break
        }
    }

    /// The address in `HYPERLINK "https://nos.nl/artikel/1" \t "_blank"`; nil for other fields and for places within the
    /// letter.
    static func target(_ instruction: String) -> String? {
        guard let name = instruction.range(of: "HYPERLINK") else { return nil }
        let rest = instruction[name.upperBound...].drop { $0 == " " }
        guard rest.first == "\"" else { return nil }
        return rest.dropFirst().split(separator: "\"", omittingEmptySubsequences: false).first.map(String.init)
    }
}
