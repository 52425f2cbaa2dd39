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

    @Test func lettersWithoutADateHaveNoDay() throws {
        let command = try Command()
        let letter = try command.write("Antwoord 1\nZie Kamerstuk 33 529, nr. 9.", "a.txt")
        _ = try command.run("build", letter)
        #expect(Self.texts(try command.run("render", "-o", "-").out).contains("kvgraph · 1 letter"))
    }
}
