import Foundation

/// The files to read, in the order of their paths. There may be a hundred thousand: of each only its name is held, and the
/// number of what it lies in.
public struct LetterFiles: RandomAccessCollection, Sendable {
    /// A folder or an archive with files in it, or a file that the user named, which has no name below it.
    private struct Holder {
        let named: NamedPath
        let isNamed: Bool
        let archive: LetterArchive?
        /// What all paths in it begin with.
        let start: [UInt8]
    }

    private struct Entry {
        let holder: UInt32
        let count: UInt32
        let start: Int
    }

    private var holders: [Holder] = []
    private var names: [UInt8] = []
    private var entries: [Entry] = []

    public var startIndex: Int { 0 }
    public var endIndex: Int { entries.count }

    /// The next files that are added lie in this folder or archive.
    mutating func open(_ named: NamedPath, archive: LetterArchive? = nil) {
        let start = archive == nil && named.path.hasSuffix("/") ? named.path : named.path + "/"
        holders.append(Holder(named: named, isNamed: false, archive: archive, start: Array(start.utf8)))
    }

    mutating func add(_ name: some Collection<UInt8>) {
        entries.append(Entry(holder: UInt32(holders.count - 1), count: UInt32(name.count), start: names.count))
        names.append(contentsOf: name)
    }

    /// A file that the user named; `-` for stdin.
    mutating func add(named: NamedPath) {
        holders.append(Holder(named: named, isNamed: true, archive: nil, start: Array(named.path.utf8)))
        add(EmptyCollection())
    }

    public subscript(index: Int) -> LetterFile {
        let holder = holders[Int(entries[index].holder)]
        let path = String(decoding: holder.start, as: UTF8.self) + String(decoding: name(index), as: UTF8.self)
        let entry = holder.archive.map {
            (archive: $0, path: holder.named.path, name: String(decoding: name(index), as: UTF8.self))
        }
        return LetterFile(holder.named, path: path, isNamed: holder.isNamed, entry: entry)
    }

    private func name(_ index: Int) -> ArraySlice<UInt8> {
        let entry = entries[index]
        return names[entry.start..<entry.start + Int(entry.count)]
    }

    /// What stands behind the last slash of a file's path is at the end of this.
    func end(of index: Int) -> ArraySlice<UInt8> {
        let name = name(index)
        return name.isEmpty ? holders[Int(entries[index].holder)].start[...] : name
    }

    /// Brings them into order. A file that was added twice is there once, as it was added first.
    /// - Complexity: linear when they were added in order.
    mutating func sort() {
        guard !indices.dropFirst().allSatisfy({ compare($0 - 1, $0) < 0 }) else { return }
        var order = Array(indices)
        order.sort {
            let sign = compare($0, $1)
            return sign == 0 ? $0 < $1 : sign < 0
        }
        let kept = order.indices.filter { $0 == 0 || compare(order[$0 - 1], order[$0]) != 0 }
        entries = kept.map { entries[order[$0]] }
    }

    /// The place of the file with a path.
    /// - Parameter guess: where it is looked for first.
    /// - Complexity: logarithmic, unless it is there.
    func index(ofPath path: UnsafeBufferPointer<UInt8>, guess: Int = 0) -> Int? {
        if indices.contains(guess), compare(guess, path) == 0 { return guess }
        var (low, high) = (0, count)
        while low < high {
            let middle = (low + high) / 2
            if compare(middle, path) < 0 { low = middle + 1 } else { high = middle }
        }
        return low < count && compare(low, path) == 0 ? low : nil
    }

    func index(of path: String) -> Int? {
        var path = path
        return path.withUTF8 { index(ofPath: $0) }
    }

    /// Whether the user names a file like this now.
    func isNamed(_ index: Int, _ file: UnsafeBufferPointer<UInt8>) -> Bool {
        let holder = holders[Int(entries[index].holder)]
        let rest = holder.start.dropFirst(holder.named.path.utf8.count)
        let (start, name) = (holder.named.name.utf8, name(index))
        return file.count == start.count + rest.count + name.count && file.starts(with: start)
            && file.dropFirst(start.count).starts(with: rest) && file.suffix(name.count).elementsEqual(name)
    }

    private func compare(_ left: Int, _ right: Int) -> Int {
        if entries[left].holder == entries[right].holder {
            return names.withUnsafeBufferPointer {
                $0.piece(entries[left].start, entries[left].count)
                    .compared(to: $0.piece(entries[right].start, entries[right].count))
            }
        }
        let path = holders[Int(entries[right].holder)].start + name(right)
        return path.withUnsafeBufferPointer { compare(left, $0) }
    }

    private func compare(_ index: Int, _ path: UnsafeBufferPointer<UInt8>) -> Int {
        let entry = entries[index]
        return holders[Int(entry.holder)].start.withUnsafeBufferPointer { start in
            let count = Swift.min(start.count, path.count)
            let sign = start.piece(0, UInt32(count)).compared(to: path.piece(0, UInt32(count)))
            guard sign == 0, path.count >= start.count else { return sign == 0 ? 1 : sign }
            return names.withUnsafeBufferPointer {
                $0.piece(entry.start, entry.count)
                    .compared(to: path.piece(start.count, UInt32(path.count - start.count)))
            }
        }
    }
}

extension UnsafeBufferPointer<UInt8> {
    fileprivate func piece(_ start: Int, _ count: UInt32) -> UnsafeBufferPointer {
        UnsafeBufferPointer(rebasing: self[start..<start + Int(count)])
    }

    /// Less than zero when these bytes come first.
    fileprivate func compared(to other: UnsafeBufferPointer) -> Int {
        let both = Swift.min(count, other.count)
        if both > 0, let left = baseAddress, let right = other.baseAddress {
            let sign = memcmp(left, right, both)
            if sign != 0 { return Int(sign) }
        }
        return count - other.count
    }
}
