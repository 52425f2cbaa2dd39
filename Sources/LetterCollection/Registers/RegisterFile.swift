import DossierRegister
import DutchText
import Foundation
import LetterFormats

/// A file with a register, unpacked: what is wrong with it is said with its name and place.
public struct RegisterFile {
    public let name: String
    private let bytes: [UInt8]

    /// What a file is unpacked to at most: a small one may hold more than any memory.
    private static let largest = 1 << 30

    /// Why nothing of a file was taken.
    public struct Fault: Error, Sendable, CustomStringConvertible {
        public let description: String
    }

    /// - Parameter name: a file; one of xz or gzip is unpacked by the program of that name.
    public init(_ name: String) throws(Fault) {
        self.name = name
        guard let data = FileManager.default.contents(atPath: name) else {
            throw Fault(description: "\(name): there is no such file, or you may not read it")
        }
        if data.starts(with: [0xFD, 0x37, 0x7A, 0x58, 0x5A]) {
            bytes = try Self.unpacked(name, by: "xz")
        } else if data.starts(with: [0x1F, 0x8B]) {
            bytes = try Self.unpacked(name, by: "gzip")
        } else {
            bytes = Array(data)
        }
    }

    /// Whether nothing stands in it: it clears what was given before.
    public var isBlank: Bool { bytes.allSatisfy { $0.isBlank } }

    /// Adds what it holds to a register.
    /// - Returns: the rows that were not taken, and why.
    public func add(to draft: inout RegisterDraft) throws(Fault) -> [LeftOutRows] {
        do throws(RegisterDraft.Fault) {
            if !MarkupOpening.head(bytes).isEmpty { return try SRUPage.add(bytes, to: &draft) }
            return try draft.add(String(decoding: bytes, as: UTF8.self))
        } catch {
            throw Fault(description: "\(name), \(error)")
        }
    }

    private static func unpacked(_ file: String, by program: String) throws(Fault) -> [UInt8] {
        let failure = Fault(
            description: "\(file): it cannot be unpacked: it is damaged, or \(program) is not installed")
        let process = Process()
        let output = Pipe()
        process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
        process.arguments = [program, "-dc", "--", file]
        process.standardOutput = output
        process.standardError = FileHandle.nullDevice
        guard (try? process.run()) != nil else { throw failure }
        var bytes: [UInt8] = []
        while bytes.count <= largest {
            let part = output.fileHandleForReading.availableData
            if part.isEmpty { break }
            bytes += part
        }
        if bytes.count > largest {
            process.terminate()
            throw Fault(description: "\(file): it is too large: it holds more than \(largest >> 30) GB")
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else { throw failure }
        return bytes
    }
}
