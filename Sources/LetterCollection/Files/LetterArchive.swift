import LetterFormats
import LetterReading
import Synchronization

/// A zip archive of letters: its entries are files like others, read without unpacking it by hand.
final class LetterArchive: Sendable {
    private let archive: Mutex<ZipArchive>
    /// Entries that letters may be in, by name.
    let letters: [String]
    /// Entries of no known format, by name.
    let skipped: [String]
    /// Entries beyond those that are looked at.
    let unlisted: Int

    /// Nil when the file is no zip archive that can be opened.
    init?(_ path: String) {
        guard let archive = try? ZipArchive(file: path) else { return nil }
        func isHidden(_ name: String) -> Bool {
            name.hasPrefix("__MACOSX/") || name.split(separator: "/").contains { $0.hasPrefix(".") && $0 != ".." }
        }
        func isRecord(_ name: String) -> Bool {
            FetchedRecord.isNamed(
                Array(name[(name.lastIndex(of: "/").map(name.index(after:)) ?? name.startIndex)...].utf8))
        }
        let visible = archive.names.filter { !isHidden($0) && !isRecord($0) }
        // A name that leads out of the archive is no file of it.
        func isLetter(_ name: String) -> Bool {
            InputFormat.named(by: name) != nil && !name.split(separator: "/").contains("..")
        }
        letters = visible.filter(isLetter).sorted()
        skipped = visible.filter { !isLetter($0) }.sorted()
        unlisted = archive.unlisted
        self.archive = Mutex(archive)
    }

    func read(_ entry: String) throws(FileFault) -> [UInt8] {
        let result = archive.withLock { archive -> Result<[UInt8], FileFault> in
            do throws(ZipArchive.Failure) {
                guard let bytes = try archive.entry(entry, most: InputFormat.largestFile) else {
                    return .failure(.notInArchive)
                }
                return .success(bytes)
            } catch {
                switch error {
                case .damaged: return .failure(.damagedArchive)
                case .locked: return .failure(.lockedEntry)
                case .tooLarge:
                    return .failure(.tooLargeEntry)
                }
            }
        }
        return try result.get()
    }

    static func isNamed(_ name: String) -> Bool { name.lowercased().hasSuffix(".zip") }
}
