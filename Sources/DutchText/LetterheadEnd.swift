/// Where the head of a letter that lost its lines ends: no full stop tells.
extension Sentence {
    private static let longestSalutation = 60

    /// Whether what comes behind the blank at `place` opens a sentence: the subject behind `BETREFT`, and what follows a
    /// salutation.
    static func closesHead(_ bytes: Bytes, before place: Int, in run: Range<Int>) -> Bool {
        guard place + 1 < run.upperBound, bytes[place + 1].isUpper else { return false }
        if bytes[place - 1] == Byte.comma { return closesSalutation(bytes, before: place, in: run) }
        return bytes[run.lowerBound..<place].suffix(8).elementsEqual(" BETREFT".utf8)
    }

    /// `Geachte mevrouw Verbeet,`
    private static func closesSalutation(_ bytes: Bytes, before place: Int, in run: Range<Int>) -> Bool {
        let start = max(run.lowerBound, place - longestSalutation)
        return bytes.firstIndex(of: "Geachte ", in: start..<place).map { !bytes[$0..<place - 1].contains(Byte.comma) }
            ?? false
    }
}
