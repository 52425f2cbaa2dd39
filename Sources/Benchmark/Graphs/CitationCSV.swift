import Foundation
import GraphAnalysis

/// The incidence in a CSV of `letter,source` lines under a heading: `L000001,KST-30821-42.7`. Letters and sources are
/// numbered as they come.
enum CitationCSV {
    static func incidence(_ path: String) throws -> Incidence {
        let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        var (letters, sources) = (Names(), Names())
        var (citing, cited): ([UInt32], [UInt32]) = ([], [])
        data.withUnsafeBytes { bytes in
            for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
                guard let comma = line.firstIndex(of: UInt8(ascii: ",")) else { continue }
                citing.append(letters.number(line[..<comma]))
                let source = line[(comma + 1)...]
                cited.append(sources.number(source.last == UInt8(ascii: "\r") ? source.dropLast() : source))
            }
        }
        return Incidence(citing: citing, cited: cited, letters: letters.count, sources: sources.count)
    }

    private struct Names {
        private var numbers: [String: UInt32] = [:]
        var count: Int { numbers.count }

        mutating func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt32 {
            let name = String(decoding: bytes, as: UTF8.self)
            if let number = numbers[name] { return number }
            let number = UInt32(numbers.count)
            numbers[name] = number
            return number
        }
    }
}
