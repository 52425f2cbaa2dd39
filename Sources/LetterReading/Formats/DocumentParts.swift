/// The parts of a document that is a zip archive (docx, odt): XML, each within bounds.
struct DocumentParts {
    /// No part of a letter is larger; an archive made to burst is refused here.
    private static let largest = 64 << 20

    private let archive: ZipArchive

    init(_ archive: ZipArchive) { self.archive = archive }

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
        guard let tree = MarkupTree.xml(bytes) else { throw UnreadableLetter.damaged("its part \(name) is no XML") }
        return tree
    }
}
