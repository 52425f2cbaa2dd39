import Foundation

/// Poppler's `pdftohtml`, run as a program of its own: it is GPL, and linked in it would slow every start. Bounded in pages
/// and time, because a PDF may be made to take for ever.
enum Poppler {
    /// The longest Aanhangsel has some 60 pages.
    static let mostPages = 500
    /// Seconds for one letter; a real one takes a few hundredths.
    private static let patience = 60.0
    /// Bytes of XML for one letter.
    private static let mostOutput = 64 << 20

    static func xml(_ bytes: [UInt8]) throws(UnreadableLetter) -> [UInt8] {
        guard let program else { throw UnreadableLetter.lacks(program: "pdftohtml", package: "poppler-utils") }
        do {
            return try run(program, bytes)
        } catch let failure as UnreadableLetter {
            throw failure
        } catch {
            throw UnreadableLetter.damaged("pdftohtml could not be run on it (\(error.localizedDescription))")
        }
    }

    private static let program: URL? = {
        let folders = (ProcessInfo.processInfo.environment["PATH"] ?? "").split(separator: ":").map(String.init)
        return (folders + ["/usr/bin", "/usr/local/bin", "/opt/homebrew/bin"]).lazy
            .map { URL(fileURLWithPath: $0).appending(path: "pdftohtml") }
            .first { FileManager.default.isExecutableFile(atPath: $0.path) }
    }()

    private static func run(_ program: URL, _ bytes: [UInt8]) throws -> [UInt8] {
        let (letter, output, messages) = (try UnlinkedFile(), try UnlinkedFile(), try UnlinkedFile())
        try letter.fill(bytes)
        let process = Process()
        process.executableURL = program
        // One page more than a letter may have: when it is there, the file is refused. Of its standard input it asks for the
        // name that a file would have.
        process.arguments = [
            "-xml", "-i", "-stdout", "-nodrm", "-zoom", "1.5", "-l", String(mostPages + 1), "-", "letter",
        ]
        process.standardInput = letter.handle
        process.standardOutput = output.handle
        process.standardError = messages.handle
        let ended = DispatchSemaphore(value: 0)
        process.terminationHandler = { _ in ended.signal() }
        try process.run()
        if ended.wait(timeout: .now() + patience) == .timedOut {
            process.terminate()
            throw UnreadableLetter.damaged("Poppler does not finish with it")
        }
        guard output.size <= mostOutput else { throw UnreadableLetter.tooLong(output.size) }
        let (xml, said) = (try output.contents(), String(decoding: try messages.contents(), as: UTF8.self))
        if said.contains("Incorrect password") { throw UnreadableLetter.locked }
        guard process.terminationStatus == 0, xml.suffix(200).firstRange(of: Array("</pdf2xml>".utf8)) != nil else {
            try output.checkRoom()
            throw UnreadableLetter.damaged("Poppler cannot open it")
        }
        return xml
    }
}
