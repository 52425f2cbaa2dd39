import Foundation
import Testing

@testable import Explorer

/// The page around a picture, before a browser sees it.
@Suite struct ExplorerTests {
    @Test(arguments: [
        ("", "47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU="), ("abc", "ungWv48Bz+pBQUDeXa4iI7ADYaOWF3qctBD/YfIAFa0="),
        (
            "abcdbcdecdefdefgefghfghighijhijkijkljklmklmnlmnomnopnopq", "JI1qYdIGOLjlwCaTDD5gOaM85Flk/yFn9uzt1BnbBsE="
        ),
    ])
    func hashesAsTheStandardSays(_ text: String, _ hash: String) {
        #expect(SHA256.source(of: text) == "sha256-" + hash)
    }

    /// Where the last block is full, and where the length needs one of its own.
    @Test func hashesEveryLength() {
        let digests = (0..<200).map { SHA256.digest([UInt8](repeating: 0x61, count: $0)) }
        #expect(Set(digests).count == 200 && digests.allSatisfy { $0.count == 32 })
        let million = SHA256.digest([UInt8](repeating: 0x61, count: 1_000_000))
        #expect(million.prefix(4) == [0xCD, 0xC7, 0x6E, 0x5C])
    }

    @Test func aTemplateIsFilledOnce() {
        #expect(ExplorerPage.filled("a{{x}}b{{y}}{{z}}c") { ["x": "{{y}}", "y": "Y"][$0] ?? "" } == "a{{y}}bYc")
        #expect(ExplorerPage.filled("{{x") { _ in "1" } == "{{x")
    }

    @Test func nothingInTheDataEndsItsElement() throws {
        var data = ExplorerData(part: "answers")
        let hostile = "</script><script>alert(1)</script><!--\u{2028}"
        data.letters = [.init(id: "l0", name: hostile, label: hostile, subject: hostile, date: nil, page: nil)]
        let json = try ExplorerPage.json(data)
        #expect(!json.contains("<"))
        let read = try JSONSerialization.jsonObject(with: Data(json.utf8)) as? [String: Any]
        #expect(((read?["letters"] as? [[String: Any]])?.first?["name"] as? String) == hostile)
    }

    @Test func thePolicyNamesTheScriptAndTheStyle() throws {
        let page = String(
            decoding: try ExplorerPage.page(
                title: "<T> {{script}}", svg: Array("<?xml ?><svg></svg>".utf8), data: ExplorerData(part: "all"),
                notes: ["<n>"]), as: UTF8.self)
        func between(_ start: String, _ end: String) -> String {
            page.components(separatedBy: start).last?.components(separatedBy: end).first ?? ""
        }
        #expect(
            page.contains("default-src 'none'; script-src '\(SHA256.source(of: between("<script>", "</script>")))'"))
        #expect(page.contains("style-src '\(SHA256.source(of: between("<style>", "</style>")))'"))
        #expect(page.contains("<title>&lt;T&gt; {{script}}</title>") && page.contains("&lt;n&gt;"))
        #expect(!page.contains("<?xml") && !page.contains("unsafe"))
    }
}
