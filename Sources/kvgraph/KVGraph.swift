import ArgumentParser
import CBuild
import Foundation
import GraphStorage

/// The command: parses the words, runs the subcommand, and turns what goes wrong into a message and an exit status.
@main
enum Main {
    static func main() {
        StandardStream.prepare()
        // Asked by scripts before anything else: answered without looking at every command.
        if CommandLine.arguments.dropFirst() == ["--version"] { return Output.put(KVGraph.build + "\n") }
        var path: String?
        do {
            var command = try KVGraph.parseAsRoot()
            path = (command as? any StoreCommand)?.store.path
            try command.run()
        } catch {
            if CommandFailure(error) != nil { CommandFailure.end(error) }
            let status = KVGraph.exitCode(for: error)
            if error is ExitCode { KVGraph.exit(withError: error) }
            if status == .validationFailure, let mistyped = MistypedCommand(Array(CommandLine.arguments.dropFirst())) {
                Messages.say(mistyped.words)
                exit(status.rawValue)
            }
            if status == .success || status == .validationFailure {
                let words = Speech.translated { KVGraph.fullMessage(for: error, columns: $0) } + "\n"
                if status == .success { return Output.put(words) }
                Messages.write(words)
                exit(status.rawValue)
            }
            if let path, GraphStore.isDamage(error) {
                Messages.say("\(path) is damaged (\(error)): restore a copy, or delete it and build again")
                exit(CommandFailure.unanswerable)
            }
            CommandFailure.end(error)
        }
    }
}

struct KVGraph: ParsableCommand {
    /// The version with the commit it was built from, where that is known: `0.1.0 (1a2b3c4d)`.
    static let build: String = {
        let commit = String(cString: kvgraph_commit)
        return commit.isEmpty ? Release.version : "\(Release.version) (\(commit))"
    }()

    @OptionGroup var speech: LanguageOption

    static let configuration = CommandConfiguration.said(
        commandName: "kvgraph",
        abstract: "The citation graph of the Dutch parliament's written answers.",
        discussion: """
            Reads letters that answer Kamervragen, finds every source they cite, and shows which sources are cited most, \
            which letters share sources, and where each stands.
              kvgraph build letters/     read letters into the store
              kvgraph top                the most-cited Kamerstukken
              kvgraph shared             sources that several letters cite
              kvgraph find stikstof      letters and sources with these words
              kvgraph render --svg       a picture
            Exit status: 0 done; 1 done, but some input could not be read, or --strict met a warning; 2 the question cannot \
            be answered (no store, unknown id or letter); 64 wrong usage; 70 an internal error.
            """,
        version: build,
        subcommands: [
            Build.self, Merge.self, Letters.self, Top.self, Shared.self, Coupled.self, Find.self, Show.self,
            Cite.self, Explain.self, Check.self, Render.self, Export.self, Annotate.self, Serve.self, Fetch.self,
            RegisterCommand.self,
        ])
}
