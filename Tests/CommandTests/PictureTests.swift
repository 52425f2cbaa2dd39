import Foundation
import Support
import Testing

/// What the words of a picture say: where it is from, and what is what in it.
@Suite struct PictureTests {
    /// The lines of text of a picture.
    static func texts(_ svg: String) -> [String] {
        svg.matches(of: /<text[^>]*>([^<]*)</).map { String($0.1).replacing("&#45;", with: "-") }
    }

    private static func letter(_ day: String, _ cited: Int) -> String {
        """
        Vragen van het lid Zeeman (D66) (ingezonden 1 maart 2025) over dijk \(cited).
        Antwoord van Minister Jansen (Defensie) (ontvangen \(day)).

        Vraag 1
        Klopt dit?
        Antwoord 1
        Zie Kamerstuk 33 529, nr. \(cited).
        """
    }

    /// All letters of the store and the day of the latest of them, whatever of it is drawn, and whenever it was read. A day
    /// that is still to come is a misprint.
    @Test func aPictureSaysOfWhichLettersItIs() throws {
        let command = try Command()
        try command.write(Self.letter("3 mei 2025", 7), "letters/a.txt")
        try command.write(Self.letter("11 juni 2025", 8), "letters/b.txt")
        try command.write("Antwoord 1\nZie Kamerstuk 33 529, nr. 9.", "letters/c.txt")
        _ = try command.run("build", command.folder.appending(path: "letters").path)
        func credit(_ options: String...) throws -> String {
            let drawn = try command.run(["render", "-o", "-"] + options).out
            return Self.texts(drawn).filter { $0.hasPrefix("kvgraph ·") }.joined(separator: "|")
        }
        #expect(try credit() == "kvgraph · 3 letters, as of 2025-06-11")
        #expect(try credit("--letter", "a") == "kvgraph · 3 letters, as of 2025-06-11")
        #expect(try credit("--engine", "sfdp", "--theme", "dark") == "kvgraph · 3 letters, as of 2025-06-11")
        #expect(try credit("--lang", "nl") == "kvgraph · 3 brieven, stand per 2025-06-11")
        #expect(try !command.run("render", "--dot", "-o", "-").out.contains("kvgraph ·"))
        try command.write(Self.letter("11 juni 2099", 8), "letters/d.txt")
        _ = try command.run("build", command.folder.appending(path: "letters").path)
        #expect(try credit() == "kvgraph · 4 letters, as of 2025-06-11")
    }

    /// Beside the line where there is room, and always in what it says of itself; of two letters that share nothing, nothing.
    @Test(arguments: [["--engine", "neato"], ["--by-date"], ["--by-date", "--theme", "dark", "--lang", "nl"]])
    func aTieSaysWhatIsShared(_ options: [String]) throws {
        let command = try Command()
        for (number, (day, cited)) in [("3 mei 2019", 7), ("4 mei 2021", 7), ("5 mei 2021", 8), ("6 mei 2025", 8)]
            .enumerated()
        {
            try command.write(Self.letter(day, cited), "letters/\(number).txt")
        }
        _ = try command.run("build", command.folder.appending(path: "letters").path)
        let svg = try command.run(["render", "--project", "letters", "-o", "-"] + options).out
        let ties = svg.components(separatedBy: "<!-- ").filter { $0.contains("class=\"edge tie") }
        #expect(ties.count == 2)
        for number in [7, 8] {
            let own = ties.filter { $0.contains("33 529, nr. \(number)") }
            #expect(own.count == 1)
            let tie = own.first ?? ""
            #expect(tie.contains("<title>Defensie") && tie.firstMatch(of: /xlink:title="[^"]*33 529, nr/) != nil)
            #expect(!tie.contains("33 529, nr. \(15 - number)"))
        }
        #expect(Self.texts(svg).contains { $0.hasPrefix("33 529, nr. ") })
    }

    /// The sources of single letters are webs of their own: of many letters what several cite is joined, or their dossiers.
    @Test func tiesOfManyLettersAreBetweenWhatIsShared() throws {
        let command = try Command()
        for number in 1...24 {
            let dossiers = "Kamerstuk 33 529, nr. \(number), Kamerstuk 33 530, nr. \(number)"
            let alone = (1...4).map { "Kamerstuk 3\(4000 + 5 * number + $0), nr. 2" }.joined(separator: ", ")
            let third = number.isMultiple(of: 2) ? "Kamerstuk 33 531, nr. \(number)" : "Kamerstuk 35 165, nr. 7"
            try command.write("Antwoord 1\nZie \(dossiers), \(alone) en \(third).", "letters/\(number).txt")
        }
        let folder = command.folder.appending(path: "letters").path
        _ = try command.run("build", folder)
        func drawn(_ options: String...) throws -> (sources: Int, err: String) {
            let result = try command.run(["render", "--project", "sources", "--dot", "-o", "-"] + options)
            return (result.out.matches(of: /(?m)^  s\d+ \[/).count, result.err)
        }
        let first = try drawn()
        #expect(first.sources == 4 && first.err.contains("--min-letters 1") && first.err.contains("dossiers"))
        #expect(try drawn("--sources", "documents", "--limit", "200").sources > 100)
        #expect(try drawn("--min-letters", "1", "--limit", "200").sources > 100)
        // Three sources that all letters cite are joined as they are.
        for number in 1...24 {
            try command.write(
                "Antwoord 1\nZie Kamerstuk 33 529, nr. 1, Kamerstuk 33 530, nr. 1, Kamerstuk 33 531, nr. 1 en Kamerstuk 34 001, nr. \(number).",
                "letters/\(number).txt")
        }
        _ = try command.run("build", folder)
        let papers = try drawn()
        #expect(papers.sources == 3 && !papers.err.contains("dossiers"))
    }

    /// The median size of a picture's words, in pixels, where it is as wide as a page of 1,400.
    private static func medianSize(_ svg: String) throws -> Double {
        let boxes = svg.matches(of: /viewBox="[-0-9.]+ [-0-9.]+ ([0-9.]+)[ ]/).compactMap { Double($0.1) }
        let scales = svg.matches(of: /scale[(]([0-9.]+)/).compactMap { Double($0.1) }
        let sizes = svg.matches(of: /<text[^>]* font-size="([0-9.]+)"/).compactMap { Double($0.1) }.sorted()
        let (box, scale) = (try #require(boxes.first), try #require(scales.first))
        return sizes[sizes.count / 2] * scale * 1400 / box
    }

    @Test func theSeedsCanBeRead() throws {
        let command = try Command()
        _ = try command.run("build", "seeds")
        for options in [
            [], ["--lang", "nl"], ["--level", "answers"], ["--sources", "dossiers"], ["--project", "letters"],
            ["--project", "sources"], ["--by-date"], ["--project", "letters", "--by-date"],
        ] {
            let size = try Self.medianSize(command.run(["render", "-o", "-"] + options).out)
            #expect(size >= 9, "\(options)")
        }
    }

    @Test(.enabled(if: Shared.isThere, Comment(rawValue: Shared.reason)))
    func aHundredLettersCanBeRead() throws {
        let command = try Command()
        _ = try command.run("build", Repository.file(Shared.lettersPath).path)
        for options in [[], ["--sources", "dossiers"], ["--project", "letters"], ["--project", "sources"]] {
            let size = try Self.medianSize(command.run(["render", "-o", "-"] + options).out)
            #expect(size >= 9, "\(options)")
        }
    }

    /// One letter is no choice.
    @Test func theTitleSaysWhatIsShared() throws {
        let command = try Command()
        _ = try command.run("build", "seeds")
        func title(_ options: String...) throws -> String {
            try Self.texts(command.run(["render", "-o", "-"] + options).out).first ?? ""
        }
        #expect(try title("--min-letters", "1") == "Sources cited in the answers of 5 letters")
        #expect(try title("--min-letters", "2") == "Sources that 2 letters or more cite, in the answers of 5 letters")
        #expect(try title("--min-letters", "1", "--project", "sources").hasPrefix("26 sources joined by"))
        #expect(
            try title("--min-letters", "2", "--project", "sources").hasSuffix("2 letters or more cite, from 5 letters"))
        #expect(try title("--min-letters", "1", "--project", "letters").hasSuffix("the answers share"))
    }

    @Test func lettersWithoutADateHaveNoDay() throws {
        let command = try Command()
        let letter = try command.write("Antwoord 1\nZie Kamerstuk 33 529, nr. 9.", "a.txt")
        _ = try command.run("build", letter)
        #expect(Self.texts(try command.run("render", "-o", "-").out).contains("kvgraph · 1 letter"))
    }
}
