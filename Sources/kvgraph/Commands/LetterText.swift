import GraphStorage
import LetterCollection
import LetterFormats
import LetterReading

/// The canonical text of a letter, into which all offsets point: read again from its file.
struct LetterText {
    let letter: StoredLetter

    func print() throws {
        guard let file = LetterFile(letter.file, at: letter.path) else {
            throw CommandFailure.unanswerable("\(letter.file): it is no longer there: build again")
        }
        do {
            let text = try LetterReader.read(try file.read(), name: letter.name, file: letter.file).text
            Output().write(text.bytes)
        } catch {
            throw CommandFailure.unanswerable("\(letter.file): \(error)")
        }
    }
}
