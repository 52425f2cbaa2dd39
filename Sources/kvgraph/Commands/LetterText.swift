import GraphStorage
import LetterCollection
import LetterFormats
import LetterReading
import Wording

/// The canonical text of a letter, into which all offsets point: read again from its file.
struct LetterText {
    let letter: StoredLetter

    /// - Throws: `CommandFailure` when the file is gone, or no longer a letter.
    func bytes() throws -> [UInt8] {
        guard let file = LetterFile(letter.file, at: letter.path) else {
            throw CommandFailure.unanswerable("\(letter.file) is no longer there: build again")
        }
        do {
            return try LetterReader.read(try file.read(), name: letter.name, file: letter.file).text.bytes
        } catch {
            throw CommandFailure.unanswerable("\(letter.file): \(error)")
        }
    }
}
