import ArgumentParser
import LetterFormats
import Wording

/// Files of no known format that were passed over: how many, and with `--verbose` which.
struct SkippedFiles: ParsableArguments {
    @Flag(help: .said("Name each file that is skipped.")) var verbose = false

    /// What to say of them in one line; nil where there are none. Each is named on stderr where that was asked for.
    func words(_ names: [String]) -> Phrase? {
        guard !names.isEmpty else { return nil }
        let all: Phrase = "\(counted(names.count, "file")) of unknown format skipped"
        guard verbose else { return "\(all) (--verbose names them)" }
        for name in names.sorted() { Messages.say("\(name): skipped, of unknown format") }
        return all
    }

    /// What to do where no letter was found in what was named.
    static func hint(_ paths: [String]) -> Phrase {
        let formats = InputFormat.all.map(\.name).joined(separator: ", ")
        return "no letters are in \(paths.joined(separator: ", ")): kvgraph reads \(formats)"
    }
}
