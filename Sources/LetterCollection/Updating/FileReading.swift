import GraphStorage
import LetterReading

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
        let content = Fingerprint.number(bytes)
        let origin = origin(state, content)
        if known?.content == content { return .unchanged(origin, isTouched: true) }
        switch loader.load(bytes, file, name: name) {
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
