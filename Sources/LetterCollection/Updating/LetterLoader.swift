import CitationFinding
import GraphStorage
import LetterFormats
import LetterReading

/// Reads a file into a letter and finds its citations. Files may be read on several threads at a time.
public struct LetterLoader: Sendable {
    public let finder: CitationFinder

    public init(finder: CitationFinder) { self.finder = finder }

    /// The result for one file.
    public enum Outcome: Sendable {
        case read(Letter, Findings)
        case failed(FileFault)
        /// A file in a folder that is of the site, and no letter: the metadata beside an official publication.
        case skipped
    }

    /// - Parameters:
    ///   - file: the file to read.
    ///   - name: what the letter is called: `LetterNames` knows.
    /// - Complexity: linear in the file's size.
    public func load(_ file: LetterFile, name: String) -> Outcome {
        do throws(FileFault) {
            return load(try file.read(), file, name: name, FetchedRecord.beside(file.path))
        } catch {
            return .failed(error)
        }
    }

    /// - Parameter record: what the service that the file was fetched from says of the letter.
    func load(_ bytes: [UInt8], _ file: LetterFile, name: String, _ record: FetchedRecord?) -> Outcome {
        do throws(UnreadableLetter) {
            var letter = try LetterReader.read(
                bytes, name: name, file: file.file, besides: record?.facts ?? Document.Facts())
            if let record { letter.diagnostics += record.differences(from: letter) }
            return .read(letter, finder.find(in: letter))
        } catch {
            let isXML = InputFormat.named(by: file.file)?.name == InputFormat.officialXML.name
            if isXML, !file.isNamed, case .otherFormat = error { return .skipped }
            return .failed(.noLetter(error))
        }
    }
}

/// One file of an update, worked on apart from the store.
struct FileReading: Sendable {
    enum Outcome: Sendable {
        /// Whether its file changed all the same: its time, its size, or the way it was named.
        case unchanged(LetterOrigin, isTouched: Bool)
        case failed(FileFault)
        case skipped
        case read(LetterRecord)
    }

    let file: LetterFile
    let name: String
    let known: KnownFiles.State?
    let settings: String
    let loader: LetterLoader

    func run() -> Outcome {
        guard let state = file.state else { return .failed(.gone) }
        if let known, known.isStill(file), let content = known.content {
            return .unchanged(origin(state, content), isTouched: !known.isNamedAlike)
        }
        let bytes: [UInt8]
        do throws(FileFault) {
            bytes = try file.read()
        } catch {
            return .failed(error)
        }
        let record = FetchedRecord.beside(file.path)
        let content = Fingerprint.number(bytes) ^ (record?.factsNumber ?? 0)
        let origin = origin(state, content)
        if known?.content == content { return .unchanged(origin, isTouched: true) }
        switch loader.load(bytes, file, name: name, record) {
        case .failed(let fault): return .failed(fault)
        case .skipped: return .skipped
        case .read(let letter, let findings):
            return .read(LetterRecord(letter: letter, findings: findings, origin: origin))
        }
    }

    private func origin(_ state: (size: Int, modified: Double), _ content: UInt64) -> LetterOrigin {
        LetterOrigin(
            name: name, file: file.file, path: file.path, size: state.size, modified: state.modified,
            fingerprint: Fingerprint.of(content, settings: settings))
    }
}
