import CWording

/// What there is in Dutch, by its English: lines of `dutch.tsv`. A line with `#` is a number of things, in the singular and
/// in the plural.
///
///     no letter is called “%”	geen brief heet “%”
///     # letter	# brief|# brieven
struct DutchTable: Sendable {
    /// Who made a sentence. Those made elsewhere are known by their form, which says nothing beside another's.
    enum Section: String, CaseIterable { case phrases, libraries, parser, page }

    static let builtIn = DutchTable(String(cString: kvgraph_dutch()))

    /// English and Dutch of a line, `\n` being the end of a line.
    struct Row: Hashable {
        let section: Section
        let english: String
        let dutch: String
    }

    private var forms: [Section: [String: WordForm]] = [:]
    private var counts: [String: [String]] = [:]
    /// Those with holes, in order: a text is of the first form that it fits.
    private var open: [Section: [(english: WordForm, dutch: WordForm)]] = [:]

    init(_ text: String) {
        for row in Self.rows(text) {
            if row.section == .page {
                page[row.english] = row.dutch
                continue
            }
            if row.english.hasPrefix("# ") {
                counts[String(row.english.dropFirst(2))] = row.dutch.split(separator: "|").map(String.init)
                continue
            }
            let (english, dutch) = (WordForm(row.english, isKey: true), WordForm(row.dutch, isKey: false))
            forms[row.section, default: [:]][row.english] = dutch
            if row.section != .phrases, !english.holes.isEmpty {
                open[row.section, default: []].append((english, dutch))
            }
        }
    }

    /// The lines below `== phrases` and the other sections; those that open with `//` are remarks.
    static func rows(_ text: String) -> [Row] {
        var section = Section.phrases
        var rows: [Row] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("//") {
            if line.hasPrefix("== ") {
                section = Section(rawValue: String(line.dropFirst(3))) ?? section
                continue
            }
            let cells = line.split(separator: "\t", maxSplits: 1, omittingEmptySubsequences: false).map {
                String($0).replacing("\\n", with: "\n")
            }
            rows.append(Row(section: section, english: cells[0], dutch: cells.count > 1 ? cells[1] : ""))
        }
        return rows
    }

    /// What scripts and the template of the explorer's page say.
    private(set) var page: [String: String] = [:]

    func form(of key: String) -> WordForm? { forms[.phrases]?[key] }

    func counted(_ count: Int, _ word: String) -> String {
        guard let words = counts[word] else { return "\(count) \(word)" }
        return (count == 1 ? words.first ?? "" : words.last ?? "").replacing("#", with: String(count))
    }

    /// An English sentence that was put together elsewhere; as it is where no line has its form.
    func translated(_ english: String, _ section: Section) -> String {
        if let whole = forms[section]?[english] { return whole.filled([String](), \.self) }
        for form in open[section] ?? [] {
            guard let found = form.english.arguments(in: english) else { continue }
            return form.dutch.pieces.map { piece in
                switch piece {
                case .words(let words): return words
                case .hole(let index, let isEnglish):
                    guard found.indices.contains(index) else { return "" }
                    return isEnglish ? translated(String(found[index]), section) : String(found[index])
                }
            }.joined()
        }
        return english
    }
}
