import LetterFormats
import LetterReading
import Testing

/// The table of formats, and what is said of them elsewhere.
@Suite struct FormatTableTests {
    @Test func everyFormatHasItsWorth() {
        #expect(InputFormat.all.map(\.name).sorted() == Letter.formatsByWorth.sorted())
    }

    @Test func aFileIsNamedByItsEnding() {
        for format in InputFormat.all {
            for suffix in format.suffixes { #expect(InputFormat.named(by: "a.b.\(suffix)")?.name == format.name) }
        }
        #expect(InputFormat.named(by: ".pdf") == nil && InputFormat.named(by: "pdf") == nil)
    }
}
