import Foundation

/// The files that SQLite keeps for a store.
enum StoreFiles {
    /// Takes away a store that nothing came of.
    static func remove(_ path: String) {
        for end in ["", "-journal"] { try? FileManager.default.removeItem(atPath: path + end) }
    }
}
