/// Word and OpenDocument files: zip archives, told apart by what lies in them.
extension InputFormat {
    public static let word = InputFormat(
        name: "docx", suffixes: ["docx"], recognises: { archive($0)?.names.contains("word/document.xml") == true },
        read: { bytes throws(UnreadableLetter) in try WordDocument.read(try opened(bytes)) })

    public static let openDocument = InputFormat(
        name: "odt", suffixes: ["odt"],
        recognises: { archive($0)?.names.contains("content.xml") == true },
        read: { bytes throws(UnreadableLetter) in try OpenDocument.read(try opened(bytes)) })

    static func isZip(_ bytes: [UInt8]) -> Bool { bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) }

    private static func archive(_ bytes: [UInt8]) -> ZipArchive? { isZip(bytes) ? try? ZipArchive(bytes) : nil }

    private static func opened(_ bytes: [UInt8]) throws(UnreadableLetter) -> ZipArchive {
        do throws(ZipArchive.Failure) {
            return try ZipArchive(bytes)
        } catch {
            throw UnreadableLetter.damaged("it cannot be unpacked")
        }
    }
}
