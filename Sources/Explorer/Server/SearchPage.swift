import Foundation
import GraphAnalysis
import GraphDrawing
import GraphStorage
import Wording

/// What the search of the served page leads to: the picture around the one thing that is called so, or a page of what may
/// be meant.
struct SearchPage {
    /// So many sources and so many letters are listed.
    private static let most = 50
    /// What is longer names nothing, and would only be looked for.
    private static let longest = 300

    let graphs: GraphCache
    let names: NameIndex
    let language: Language
    let filters: PictureQuery

    func answer(to text: String) throws -> PageServer.Answer {
        let text = text.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !text.isEmpty else {
            return .notFound(
                page("Nothing to search for", ["Type a number, words of a title, or a name."]))
        }
        if let name = try name(text) { return .elsewhere(address(name)) }
        guard text.count <= Self.longest else {
            return .notFound(
                page("Nothing found", ["No source or letter has a name this long."]))
        }
        let sources = try graphs.store.sources(matching: text, in: names, graphs.selection, limit: Self.most)
        let letters = try graphs.store.letters(matching: text, in: names, graphs.selection, limit: Self.most)
        let said = try saying(text, besides: Set(letters.rows.map(\.name)))
        if sources.total + letters.total == 1, said == nil, let only = (sources.rows + letters.rows).first {
            return .elsewhere(address(only.name))
        }
        let groups = [
            group(sources, "source") {
                "\(ExplorerData.kindName($0.about ?? "")), cited \(counted($0.citations, "time"))"
            },
            group(letters, "letter") { .data($0.about ?? "") }, said,
        ].compactMap(\.self)
        guard !groups.isEmpty else {
            let words: [Phrase] = [
                "No source or letter is called “\(text)” or has these words.",
                "Try fewer words, or a number such as 35 165, nr. 97.",
            ]
            return .notFound(page("Nothing found", words, sought: text))
        }
        return .page(page("Found: \(text)", [], groups, sought: text))
    }

    /// The name of the one node that is called so, if a picture can have it: a dossier that nothing cites but by its
    /// documents is in none, and they are found instead.
    private func name(_ text: String) throws -> String? {
        do {
            guard let node = try NodeLookup(graphs.store).known(text) else { return nil }
            if case .source(let source) = node, graphs.selection.level == .documents,
                try !graphs.store.isCited(source.id)
            {
                return nil
            }
            return node.name
        } catch is NodeLookup.Failure {
            return nil
        }
    }

    /// The letters that have the words in what they say, as `kvgraph find` finds them, but for those listed already.
    private func saying(_ text: String, besides listed: Set<String>) throws -> MessagePage.Group? {
        guard let query = SearchQuery(text) else { return nil }
        var selection = graphs.selection
        selection.kinds = []
        let found = try graphs.store.find(query, selection, takesSources: false, limit: Self.most + listed.count)
        let others = found.letters.filter { !listed.contains($0.letter.name) }.prefix(Self.most)
        guard !others.isEmpty else { return nil }
        let more = found.allLetters - listed.count > others.count
        let count = counted(others.count, "letter")
        return MessagePage.Group(
            more ? "The first \(count) with these words in the text" : "\(count) with these words in the text",
            others.map { (address($0.letter.name), $0.letter.label, .data($0.passage?.sentence ?? "")) })
    }

    private func group(_ found: FoundNodes, _ word: String, _ about: (FoundNodes.Node) -> Phrase)
        -> MessagePage.Group?
    {
        guard !found.rows.isEmpty else { return nil }
        let all = counted(found.total, word)
        return MessagePage.Group(
            found.total > found.rows.count ? "The first \(found.rows.count) of \(all)" : all,
            found.rows.map { (address($0.name), $0.label, about($0)) })
    }

    private func address(_ name: String) -> String {
        "/around?id=\(PictureQuery.encoded(name))" + (filters.text.isEmpty ? "" : "&\(filters.text)")
    }

    private func page(_ title: Phrase, _ words: [Phrase] = [], _ groups: [MessagePage.Group] = [], sought: String = "")
        -> [UInt8]
    {
        MessagePage(title, words, groups, sought: sought, filters: filters.filters).bytes(in: language)
    }
}
