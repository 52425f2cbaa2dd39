/// The day and time that a PDF says it was made: Cairo writes the clock's, whatever it is asked.
public enum PDFDate {
    private static let key = Array("/CreationDate (D:".utf8)

    /// Another time in its place, of the same length, so that nothing else in the file moves.
    /// - Parameter time: ISO 8601 in UTC, `2026-11-27T23:04:01Z`.
    public static func put(_ time: String, into pdf: inout [UInt8]) {
        let digits = time.utf8.filter { (0x30...0x39).contains($0) }
        // Cairo writes what it knows of the file at its end.
        guard digits.count == 14, let place = pdf.suffix(1 << 16).firstRange(of: key) ?? pdf.firstRange(of: key),
            place.upperBound + digits.count <= pdf.count
        else { return }
        pdf.replaceSubrange(place.upperBound..<(place.upperBound + digits.count), with: digits)
    }
}
