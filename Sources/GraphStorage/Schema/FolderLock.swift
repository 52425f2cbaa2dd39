import Foundation

/// Keeps other kvgraphs from opening a store of the same folder to write it, while its tables are made. It locks the folder,
/// not the store: to close a file that SQLite has open too would end SQLite's own locks.
struct FolderLock {
    /// Nil where the file system knows no locks: then two may still meet, and one of them says so.
    private let descriptor: Int32?

    /// Waits until it is free, for ten seconds at most.
    init(_ folder: String) {
        let descriptor = open(folder, O_RDONLY | O_CLOEXEC)
        self.descriptor = descriptor >= 0 ? descriptor : nil
        guard descriptor >= 0 else { return }
        for _ in 0..<500 {
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 || errno != EWOULDBLOCK { return }
            usleep(20_000)
        }
    }

    func release() {
        if let descriptor { close(descriptor) }
    }
}
