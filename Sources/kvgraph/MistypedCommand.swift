import DutchText
import Wording

/// A first word that is no command: `kvgraph tpo`.
struct MistypedCommand {
    /// What to say of it: the commands that are called nearly so, or where they are listed.
    let words: Phrase

    /// Nil where the first of the arguments is a command, or an option.
    init?(_ arguments: [String]) {
        let commands = KVGraph.configuration.subcommands.compactMap { $0.configuration.commandName } + ["help"]
        guard let first = arguments.first, !first.hasPrefix("-"), !commands.contains(first) else { return nil }
        let signs = Array(first.lowercased().unicodeScalars)
        let near = commands.filter {
            $0.hasPrefix(first.lowercased()) || EditDistance.between(signs, Array($0.unicodeScalars)) <= 2
        }.sorted()
        let hint: Phrase =
            near.isEmpty
            ? "kvgraph --help lists all" : "did you mean \(near.map(Phrase.data).joined(separator: " or "))?"
        words = "there is no command “\(PlainText.clean(String(first.prefix(80))))”: \(hint)"
    }
}
