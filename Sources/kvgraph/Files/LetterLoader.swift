import CitationFinding
import LetterReading

/// Reads files into letters and finds their citations, on all cores, a batch at a time.
struct LetterLoader {
    let finder: CitationFinder

    /// What became of one file.
    enum Outcome: Sendable {
        case read(Letter, Findings)
        /// Why not, with the file's name.
        case failed(String)
        /// A file in a folder that is of the site, and no letter: the metadata beside an official publication.
        case skipped
    }

    /// Larger files are read in pieces, and then refused.
    static let largestFile = InputFormat.largestFile

    /// Letters a batch: enough for every core, few enough that memory stays flat.
    static let batch = 64

    func load(_ file: LetterFile, name: String) -> Outcome {
        do throws(FileFault) {
            return load(try file.read(), file, name: name)
        } catch {
            return .failed("\(file.file): \(error.reason)")
        }
    }

    func load(_ bytes: [UInt8], _ file: LetterFile, name: String) -> Outcome {
        do throws(UnreadableLetter) {
            let letter = try LetterReader.read(bytes, name: name, file: file.file)
            return .read(letter, finder.find(in: letter))
        } catch {
            let isXML = InputFormat.named(by: file.file)?.name == InputFormat.officialXML.name
            if isXML, !file.isNamed, case .otherFormat = error { return .skipped }
            return .failed("\(file.file): \(error)")
        }
    }
}
