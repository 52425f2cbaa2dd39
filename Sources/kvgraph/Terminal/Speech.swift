import ArgumentParser
import Foundation
import Wording

/// The language that this run of the command speaks, known before anything is said: help is put together while options
/// are still being read.
enum Speech {
    static let language = Language(
        arguments: Array(CommandLine.arguments.dropFirst()), environment: ProcessInfo.processInfo.environment)

    /// What the parser of options says, in its own words and ours: its own are translated line by line; ours come to it in the
    /// right language.
    /// - Parameter text: what it says within so many columns, or where none are given within those of the terminal.
    static func translated(_ text: (_ columns: Int?) -> String) -> String {
        if language == .english { return text(nil) }
        let width = max(leastWidth, (Output.width ?? 80) - growth)
        return text(width).split(separator: "\n", omittingEmptySubsequences: false)
            .map { language.parserWords(String($0)) }.joined(separator: "\n")
    }

    /// By how many columns a line may grow that the parser has wrapped: `(default:` becomes `(standaard:`.
    private static let growth = 2
    private static let leastWidth = 40
}

extension Phrase {
    /// As it is said to who runs the command.
    var spoken: String { Speech.language.text(self) }
}

/// In which language the command speaks; `Speech` looks for it before options are read.
struct LanguageOption: ParsableArguments {
    @Option(
        help: .said(
            "The language of messages, tables and pictures: English or Dutch.",
            discussion: "Default: the one that LC_ALL, LC_MESSAGES or LANG names. JSON and CSV are the same in both.",
            valueName: "language"))
    var lang: Language?
}

extension Language: ExpressibleByArgument {}

// What the parser of options is given goes through these, so that none of it is in one language only.

extension ArgumentHelp {
    static func said(_ abstract: Phrase, discussion: Phrase = "", valueName: Phrase? = nil) -> ArgumentHelp {
        ArgumentHelp(
            abstract.spoken, discussion: discussion.spoken, valueName: valueName?.spoken)
    }
}

extension ValidationError {
    static func said(_ message: Phrase) -> ValidationError { ValidationError(message.spoken) }
}

extension CommandConfiguration {
    static func said(
        commandName: String, abstract: Phrase, discussion: Phrase = "", version: String = "",
        subcommands: [any ParsableCommand.Type] = [], defaultSubcommand: (any ParsableCommand.Type)? = nil
    ) -> CommandConfiguration {
        CommandConfiguration(
            commandName: commandName, abstract: abstract.spoken, discussion: discussion.spoken, version: version,
            subcommands: subcommands, defaultSubcommand: defaultSubcommand)
    }
}
