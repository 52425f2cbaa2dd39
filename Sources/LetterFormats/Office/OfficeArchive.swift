/// The parts of a document that is a zip archive (docx, odt): XML, each within bounds.
struct OfficeArchive {
    /// No part of a letter is larger; an archive made to burst is refused here.
    private static let largest = 64 << 20

    private let archive: ZipArchive

    init(_ bytes: [UInt8]) throws(UnreadableLetter) {
        do throws(ZipArchive.Failure) {
            archive = try ZipArchive(bytes)
        } catch {
            throw ZipArchive.lacking ?? UnreadableLetter.damaged("it cannot be unpacked")
        }
    }

    /// Whether a file is such an archive with this part.
    static func holds(_ bytes: [UInt8], _ part: String) -> Bool {
        guard bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) else { return false }
        return (try? ZipArchive(bytes))?.names.contains(part) == true
    }

    /// A part as a tree; nil when there is none.
    /// - Throws: when it is damaged or too large, or needed and not there.
    func xml(_ name: String, isNeeded: Bool = false) throws(UnreadableLetter) -> MarkupElement? {
        let bytes: [UInt8]?
        do throws(ZipArchive.Failure) {
            bytes = try archive.entry(name, most: Self.largest)
        } catch {
            switch error {
            case .damaged: throw UnreadableLetter.damaged("its part \(name) cannot be unpacked")
            case .tooLarge: throw UnreadableLetter.damaged("its part \(name) is over \(Self.largest >> 20) MB")
            case .locked: throw UnreadableLetter.locked
            }
        }
        guard let bytes else {
            if isNeeded { throw UnreadableLetter.damaged("its part \(name) is missing") }
            return nil
        }
        guard let tree = MarkupTree.xml(bytes) else {
            throw MarkupTree.lacking ?? UnreadableLetter.damaged("its part \(name) is not XML")
        }
        return tree
    }
}
