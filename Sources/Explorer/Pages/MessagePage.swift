import GraphDrawing
import Wording

/// A page of words and links, where there is no picture to show: what was found, or why nothing is here.
struct MessagePage {
    /// Links under a heading.
    struct Group {
        let heading: Phrase
        let links: [(address: String, label: String, about: Phrase)]

        init(_ heading: Phrase, _ links: [(address: String, label: String, about: Phrase)]) {
            (self.heading, self.links) = (heading, links)
        }
    }

    private let title: Phrase
    private let words: [Phrase]
    private let groups: [Group]
    /// What stands in the search box.
    private let sought: String
    /// What a search goes on with.
    private let filters: [(name: String, value: String)]

    init(
        _ title: Phrase, _ words: [Phrase] = [], _ groups: [Group] = [], sought: String = "",
        filters: [(name: String, value: String)] = []
    ) {
        (self.title, self.words, self.groups, self.sought, self.filters) = (title, words, groups, sought, filters)
    }

    /// The bytes of the page. It runs no script and asks nobody but its own server.
    func bytes(in language: Language) -> [UInt8] {
        func escaped(_ phrase: Phrase) -> String { XMLText.escaped(language.text(phrase)) }
        let policy =
            "default-src 'none'; style-src '\(SHA256.source(of: Self.style))'; base-uri 'none'; form-action 'self'"
        let hidden = filters.map {
            "<input type=\"hidden\" name=\"\(XMLText.escaped($0.name))\" value=\"\(XMLText.escaped($0.value))\">"
        }
        let body = words.map { "<p>\(escaped($0))</p>" } + groups.map { Self.html($0, escaped) }
        return Array(
            """
            <!DOCTYPE html>
            <html lang="\(language.rawValue)">
            <head>
            <meta charset="utf-8">
            <meta http-equiv="Content-Security-Policy" content="\(policy)">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark">
            <title>\(escaped(title)) — kvgraph</title>
            <style>\(Self.style)</style>
            </head>
            <body>
            <h1>\(escaped(title))</h1>
            <form role="search" action="/find"><label>\(escaped("Search the whole store")) \
            <input type="search" name="q" value="\(XMLText.escaped(sought))"></label> <button>\(escaped("Search"))</button>\(hidden.joined())</form>
            \(body.joined(separator: "\n"))
            <p><a href="/">\(escaped("The picture of the whole store"))</a></p>
            </body>
            </html>

            """.utf8)
    }

    private static func html(_ group: Group, _ escaped: (Phrase) -> String) -> String {
        let rows = group.links.map {
            "<li><a href=\"\(XMLText.escaped($0.address))\">\(XMLText.escaped($0.label))</a> <span>\(escaped($0.about))</span></li>"
        }
        return "<h2>\(escaped(group.heading))</h2>\n<ul>\n\(rows.joined(separator: "\n"))\n</ul>"
    }

    private static let style = """

        :root { color-scheme: light dark; }
        body { max-width: 60rem; margin: 0 auto; padding: 1rem; font: 16px/1.5 Arial, "Liberation Sans", Helvetica, sans-serif; }
        h1 { font-size: 1.2rem; overflow-wrap: anywhere; }
        h2 { font-size: 1rem; margin-bottom: .3rem; }
        input, button { font: inherit; padding: .25rem .5rem; max-width: 100%; }
        li { margin: .2rem 0; overflow-wrap: anywhere; }
        span { opacity: .75; }

        """
}
