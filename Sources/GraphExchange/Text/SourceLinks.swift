import CitationFinding
import GraphAnalysis

/// Which pages may stand as a link behind a letter or a source: only its own.
public struct SourceLinks: Sendable {
    /// Ids of sources whose address was broken where it stands.
    private let broken: Set<String>

    /// - Parameter broken: ids of sources whose address nobody can follow: every letter that cites them broke it over two lines.
    public init(broken: Set<String> = []) { self.broken = broken }

    /// The link of a source; nil where its page is the front page of a site, on which nobody finds a report.
    public func link(of id: String, _ page: String?) -> String? {
        guard let link = ExchangeText.link(page), !broken.contains(id) else { return nil }
        return link == id || !OtherNames.isFrontPage(SourceID(link)) ? link : nil
    }

    /// The link of a letter. One that has no number of its own has the page of the questions that it answers: that is another.
    public func link(of letter: CitationGraph.Letter) -> String? {
        ExchangeText.link(letter.page).flatMap { $0.contains("/kv-tk-") ? nil : $0 }
    }
}
