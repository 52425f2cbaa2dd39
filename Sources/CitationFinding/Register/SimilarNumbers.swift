/// The numbers from which one slip of a digit makes a number: `3532` may have been `353`, `3523`, `3632` …, or `35` with
/// the number of a note behind it.
enum SimilarNumbers {
    static func of(_ number: String) -> Set<String> {
        let digits = Array(number.utf8)
        guard !digits.isEmpty, digits.count <= 5, digits.allSatisfy(isDigit) else { return [] }
        var found: Set<[UInt8]> = [Array(digits.dropLast(2))]
        for index in digits.indices {
            var shorter = digits
            shorter.remove(at: index)
            found.insert(shorter)
            if index > 0 {
                var swapped = digits
                swapped.swapAt(index, index - 1)
                found.insert(swapped)
            }
            for digit in UInt8(ascii: "0")...UInt8(ascii: "9") where digit != digits[index] {
                var changed = digits
                changed[index] = digit
                found.insert(changed)
            }
        }
        let numbers = found.filter { $0.first != nil && $0.first != UInt8(ascii: "0") && $0 != digits }
        return Set(numbers.map { String(decoding: $0, as: UTF8.self) })
    }

    private static func isDigit(_ byte: UInt8) -> Bool { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte) }
}
