/// A place in the text that may call a note.
struct NoteMarker {
    let range: Range<Int>
    /// More than one in `[1, 2 ]`.
    let numbers: [Int]
    let style: NoteNotation
    /// How likely it is a marker at all, 0 to 100: `Spiegel?1` more than `Centre16`, that more than `X18`.
    let weight: Int
}
