import Foundation

/// What lies in `../shared` beside the checkout: letters of others and their labels, which the project does not carry.
/// Tests that read them run when they are there, and say why not otherwise.
public enum Shared {
    public static let lettersPath = "../shared/letters"

    /// Real letters, by name; none where the folder is not there.
    public static let letters = Repository.letters(in: lettersPath)

    /// For `.enabled(if:_:)`: letters, and labels of them.
    public static let isThere = !letters.isEmpty && Repository.exists("../shared/gold/letters.tsv")

    public static let reason = "../shared/letters and ../shared/gold are not beside the checkout"
}
