import Foundation

/// What is done with an input that libFuzzer made. What is wrong with the outcome ends the program, and libFuzzer keeps the
/// input.
struct FuzzTarget: Sendable {
    let name: String
    let take: @Sendable ([UInt8]) -> Void

    static let all: [FuzzTarget] = [
        .text, .markdown, .explain, .html, .xml, .word, .openDocument, .pdf, .address, .escaping, .sru, .odata,
    ]

    /// The one that `FUZZ_TARGET` names; without it the names are listed.
    static let chosen: FuzzTarget = {
        let name = ProcessInfo.processInfo.environment["FUZZ_TARGET"] ?? ""
        guard let target = all.first(where: { $0.name == name }) else {
            print(all.map(\.name).joined(separator: "\n"))
            // libFuzzer takes any other end for a fault.
            fflush(nil)
            _exit(64)
        }
        return target
    }()
}

@_cdecl("LLVMFuzzerTestOneInput") public func fuzz(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    FuzzTarget.chosen.take(Array(UnsafeBufferPointer(start: start, count: count)))
    return 0
}
