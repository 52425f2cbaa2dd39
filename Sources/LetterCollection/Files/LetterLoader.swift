import CitationFinding
import LetterFormats
import LetterReading

/// Reads a file into a letter and finds its citations. Files may be read on several threads at a time.
public struct LetterLoader: Sendable {
    public let finder: CitationFinder

    public init(finder: CitationFinder) { self.finder = finder }

    /// What became of one file.
    public enum Outcome: Sendable {
        case read(Letter, Findings)
        case failed(FileFault)
        /// A file in a folder that is of the site, and no letter: the metadata beside an official publication.
        case skipped
    }

    /// - Parameter name: what the letter is called: `LetterNames` knows.
    /// - Complexity: linear in the file's size.
    public func load(_ file: LetterFile, name: String) -> Outcome {
        do throws(FileFault) {
            return load(try file.read(), file, name: name)
        } catch {
            return .failed(error)
        }
    }

    func load(_ bytes: [UInt8], _ file: LetterFile, name: String) -> Outcome {
        do throws(UnreadableLetter) {
            let letter = try LetterReader.read(bytes, name: name, file: file.file)
            return .read(letter, finder.find(in: letter))
        } catch {
            let isXML = InputFormat.named(by: file.file)?.name == InputFormat.officialXML.name
            if isXML, !file.isNamed, case .otherFormat = error { return .skipped }
            return .failed(.noLetter(error))
        }
    }
}
