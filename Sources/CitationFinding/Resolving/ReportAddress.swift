import DutchText
import LetterReading

/// The edition of a series that an address of its publisher shows, where the last part of its path says no more than the name
/// and the edition: `aivd.nl/documenten/jaarverslagen/2023/04/17/aivd-jaarverslag-2022`. On the publisher's own site his name may
/// be left out; `…/toespraak-bij-het-aivd-jaarverslag-2022` is another paper, and so is the same name on another site.
enum ReportAddress {
    /// - Parameters:
    ///   - site: the host without `www.`.
    ///   - path: what stands behind it, cut at its slashes.
    static func edition(at site: String, _ path: () -> [Substring]) -> String? {
        guard let series = bySite[site] else { return nil }
        let path = path()
        // What is said about it has its name too.
        guard let last = path.last,
            !path.contains(where: { ["nieuws", "toespraken", "kamerstukken", "weblog"].contains($0) })
        else { return nil }
        let words = words(of: last)
        // The name of a series has letters, its edition a digit.
        guard words.contains(where: \.isDigit) else { return nil }
        let found = series.compactMap { one in edition(of: one, in: words, site).map { "report:\(one.slug)-\($0)" } }
        return found.count == 1 ? found[0] : nil
    }

    private static let bySite: [String: [ReportCatalogue.Series]] = Dictionary(
        grouping: ReportCatalogue.builtIn.series.filter { $0.address != nil },
        by: { OtherNames.site(of: $0.address ?? "") })

    /// `aivd-jaarverslag-2022.pdf` as words between blanks, without the file's ending and the language's.
    private static func words(of part: Substring) -> [UInt8] {
        var name = part
        if let dot = name.lastIndex(of: "."), ["pdf", "html", "htm", "aspx", "docx"].contains(name[dot...].dropFirst())
        {
            name = name[..<dot]
        }
        for language in ["_en", "_nl"] where name.hasSuffix(language) { name = name.dropLast(language.count) }
        return name.utf8.map { $0 == Byte.hyphen || $0 == Byte.underscore || $0 == UInt8(ascii: "+") ? Byte.space : $0 }
    }

    private static func edition(of series: ReportCatalogue.Series, in words: [UInt8], _ site: String) -> String? {
        let named = words.reading { bytes in
            series.names.lazy.compactMap { name -> String? in
                guard name.owner == nil, !name.editionLeads, name.leading == nil else { return nil }
                var cursor = Cursor(bytes, in: 0..<bytes.count)
                guard let found = name.read(&cursor, series.editions), !found.isPlural else { return nil }
                let edition = found.edition ?? EditionBeside.behind(&cursor, of: series)
                return cursor.isAtEnd ? edition : nil
            }.first
        }
        return named ?? series.parts.lazy.compactMap { edition(of: series, $0, in: words, site) }.first
    }

    /// Of a name made of parts; the publisher may be left out where the site has his name.
    private static func edition(
        of series: ReportCatalogue.Series, _ parts: ReportParts, in words: [UInt8], _ site: String
    ) -> String? {
        let publisher = parts.owners.first { owner in
            let names = [owner.words.last ?? [], Array(owner.words.joined())]
            return names.contains { site.utf8.prefix { $0 != Byte.dot }.elementsEqual($0.map(\.lowered)) }
        }.map { Array($0.words.joined(separator: [Byte.space])) + [Byte.space] }
        let name = ReportCatalogue.NamedByParts(series: series, parts: parts, others: [])
        return [words, publisher.map { $0 + words } ?? []].lazy.compactMap { words in
            words.reading { bytes in edition(of: name, in: bytes) }
        }.first
    }

    private static func edition(of name: ReportCatalogue.NamedByParts, in bytes: Bytes) -> String? {
        for place in 0..<bytes.count where bytes.isWordStart(place) {
            for phrase in name.parts.names {
                guard let word = ReportPartsReader.Word(phrase, at: Cursor(bytes, in: place..<bytes.count)),
                    let reader = ReportPartsReader(name, word, floor: 0), reader.start == 0, reader.cursor.isAtEnd,
                    reader.editions.count == 1
                else { continue }
                return reader.editions[0]
            }
        }
        return nil
    }
}
