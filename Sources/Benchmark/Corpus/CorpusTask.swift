import Foundation

/// `kvgraph-bench corpus FOLDER COUNT IDS LETTERS…`: writes that many letters into a folder, the same ones every time. Letter
/// number 7 is the same in a corpus of a thousand and of all 86,000.
enum CorpusTask {
    /// Letters a subfolder.
    private static let most = 1000

    static func run(_ arguments: [String]) throws {
        guard arguments.count > 3, let count = Int(arguments[1]) else {
            throw CorpusFault(reason: "usage: kvgraph-bench corpus FOLDER COUNT IDS LETTERS…")
        }
        let folder = URL(fileURLWithPath: arguments[0])
        let composer = LetterComposer(
            sentences: try SentencePool(folders: Array(arguments[3...])), numbers: try OfficialNumbers(arguments[2]),
            count: count)
        let groups = stride(from: 0, to: count, by: most).map { $0..<min($0 + most, count) }
        for group in groups {
            try FileManager.default.createDirectory(
                at: folder.appending(path: name(of: group)), withIntermediateDirectories: true)
        }
        DispatchQueue.concurrentPerform(iterations: groups.count) { index in
            let group = groups[index]
            for number in group {
                let letter = composer.letter(number)
                let file = folder.appending(path: name(of: group)).appending(path: letter.name + ".txt")
                try? Data(letter.text.utf8).write(to: file)
            }
        }
    }

    private static func name(of group: Range<Int>) -> String { String(format: "%03d", group.lowerBound / most) }
}

struct CorpusFault: Error, CustomStringConvertible {
    let reason: String
    var description: String { reason }
}
