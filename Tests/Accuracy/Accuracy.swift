import Foundation
import Support

/// `make accuracy`: how well citations are found, and which of them the last change found, lost or put elsewhere. It runs
/// the command as it was built and knows nothing of the finder, so that it can judge any commit's.
///
/// Exit status: 0 no citation differs from the run before · 1 some do (they are listed) · 2 something could not be done
/// (the program could not be run, the run before could not be made), with the reason on stderr · 64 wrong usage.
@main
enum Accuracy {
    static func main() {
        guard CommandLine.arguments.count == 2 else {
            complain("usage: kvgraph-accuracy KVGRAPH")
            exit(64)
        }
        do {
            exit(try report(program: CommandLine.arguments[1]) ? 0 : 1)
        } catch {
            complain("\(error)")
            exit(2)
        }
    }

    /// - Returns: whether the citations are those of the run before.
    private static func report(program: String) throws -> Bool {
        if Shared.letters.isEmpty {
            complain("There is no ../shared/letters beside the checkout: only the letters in seeds/ are read.")
        }
        let runs = KeptRuns(folder: Repository.file(".build/accuracy"))
        let run = try CitationRun(program: program)
        for set in LabelSet.all {
            guard let table = try set.table() else {
                complain("There is no \(set.path): the letters it labels are not scored.")
                continue
            }
            FigureTable(set: set, table: table, run: run).print()
        }
        let previous = try runs.previous(current: run)
        let comparison = Comparison(before: previous.run, after: run)
        comparison.print(title: "Citations then (\(previous.name)) and now")
        return comparison.isEmpty
    }

    private static func complain(_ message: String) { FileHandle.standardError.write(Data("\(message)\n".utf8)) }
}

/// Why something could not be done.
struct Fault: Error, CustomStringConvertible {
    let description: String
}
