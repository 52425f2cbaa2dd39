import Foundation
import GraphAnalysis
import GraphStorage
import Wording

/// The filters of an address, in the words of the command: `?ministry=BZ,BZK&since=2024&in=questions&min-letters=2`. What an
/// address does not name stays as the command had it, and an empty value takes it away.
struct PictureQuery {
    /// Why nothing can be asked so.
    enum Failure: Error {
        case words(Phrase)
    }

    /// What is asked for.
    let request: PictureRequest
    /// The filters that the address names, in one order, whatever theirs was.
    let filters: [(name: String, value: String)]

    /// The same as they stand behind `?`.
    var text: String { filters.map { "\($0.name)=\(Self.encoded($0.value))" }.joined(separator: "&") }

    /// - Parameters:
    ///   - words: what stands behind `?`, by name; names that are no filter mean nothing.
    ///   - base: what is shown where an address names no filter.
    init(_ words: [String: String], _ base: PictureRequest) throws(Failure) {
        var (request, kept) = (base, [(name: String, value: String)]())
        func take(_ name: String) -> String?? {
            guard let value = words[name] else { return nil }
            kept.append((name, value))
            return .some(value.allSatisfy(\.isWhitespace) ? nil : value)
        }
        var query = base.query
        if let day = take("since") { query.letters.since = day }
        if let day = take("until") { query.letters.until = day }
        if let day = take("read-since") { query.letters.readSince = day }
        for name in LetterName.allCases {
            if let names = take(name.rawValue) { query.letters.names[name] = names.map { [$0] } }
        }
        if let kinds = take("kind") { query.kinds = kinds.map { [$0] } ?? [] }
        if let units = take("in") { query.units = try Self.value(units, "in") ?? .answers }
        if let level = take("sources") { query.level = try Self.value(level, "sources") }
        if let least = take("min-letters") {
            guard least == nil || least.flatMap({ Int($0) }) ?? 0 > 0 else {
                throw .words("--min-letters must be a number from 1.")
            }
            request.minLetters = least.flatMap { Int($0) }
        }
        if !kept.isEmpty {
            request.query = query
            do { request.selection = try query.selection() } catch { throw .words(error.words) }
        }
        self.request = request
        filters = kept
    }

    private static func value<Choice: RawRepresentable & CaseIterable>(
        _ text: String?, _ option: String
    ) throws(Failure) -> Choice? where Choice.RawValue == String {
        guard let text else { return nil }
        guard let value = Choice(rawValue: text) else {
            let values = Choice.allCases.map(\.rawValue).joined(separator: ", ")
            throw .words("“\(NodeLookup.short(text))” is no value of --\(option). Values: \(values).")
        }
        return value
    }

    /// A value as it stands in an address.
    static func encoded(_ text: String) -> String {
        text.addingPercentEncoding(withAllowedCharacters: .alphanumerics) ?? ""
    }

    /// - Throws: `Failure` for a name that no letter has; an error of the store.
    func checkNames(_ store: GraphStore) throws {
        if let unknown = try UnknownName(in: request.selection, store) { throw Failure.words(unknown.words) }
    }
}
