/// Looking for signs in a picture's bytes. The standard library's search takes any collection of anything, and for that a
/// third of the time of a whole picture.
extension ArraySlice<UInt8> {
    /// Where `signs` first stand.
    /// - Complexity: linear in the bytes, for signs whose first one is rare.
    package func first(_ signs: StaticString) -> Range<Int>? {
        let length = signs.utf8CodeUnitCount
        return withUnsafeBufferPointer { bytes -> Range<Int>? in
            guard length > 0, bytes.count >= length else { return nil }
            for place in 0...bytes.count - length where bytes[place] == signs.utf8Start[0] {
                var matched = 1
                while matched < length, bytes[place + matched] == signs.utf8Start[matched] { matched += 1 }
                if matched == length { return startIndex + place..<startIndex + place + length }
            }
            return nil
        }
    }
}
