/// Zip archives without compression, for tests.
public enum ZipWriter {
    public static func archive(_ files: [(name: String, text: String)]) -> [UInt8] {
        archive(files.map { ($0.name, Array($0.text.utf8)) })
    }

    public static func archive(_ files: [(name: String, bytes: [UInt8])]) -> [UInt8] {
        var archive: [UInt8] = []
        var directory: [UInt8] = []
        for (name, bytes) in files {
            let sizes = word(checksum(bytes)) + word(UInt32(bytes.count)) + word(UInt32(bytes.count))
            let head =
                half(20) + half(0x800) + half(0) + half(0) + half(0x21) + sizes + half(UInt16(name.utf8.count))
                + half(0)
            directory += [0x50, 0x4B, 1, 2] + half(20) + head + half(0) + half(0) + half(0) + word(0)
            directory += word(UInt32(archive.count)) + Array(name.utf8)
            archive += [0x50, 0x4B, 3, 4] + head + Array(name.utf8) + bytes
        }
        let end = [0x50, 0x4B, 5, 6] + half(0) + half(0) + half(UInt16(files.count)) + half(UInt16(files.count))
        return archive + directory + end + word(UInt32(directory.count)) + word(UInt32(archive.count)) + half(0)
    }

    /// The files of an archive that was written here.
    static func parts(of archive: [UInt8]) -> [(name: String, bytes: [UInt8])] {
        func number(_ place: Int, _ count: Int) -> Int {
            (0..<count).reduce(0) { $0 | Int(archive[place + $1]) << (8 * $1) }
        }
        var parts: [(name: String, bytes: [UInt8])] = []
        var place = 0
        while archive[place...].starts(with: [0x50, 0x4B, 3, 4]) {
            let (name, size) = (place + 30, number(place + 18, 4))
            let start = name + number(place + 26, 2)
            parts.append((String(decoding: archive[name..<start], as: UTF8.self), Array(archive[start..<start + size])))
            place = start + size
        }
        return parts
    }

    /// An archive whose one file is `count` bytes of the same sign, and takes almost nothing.
    public static func bomb(_ name: String, count: Int) -> [UInt8] {
        // Deflate with its fixed codes: one literal, then copies of 258 bytes from one byte back, then the end.
        var bits = BitWriter()
        bits.write(0b1, count: 1)
        bits.write(0b01, count: 2)
        bits.writeCode(0x30 + 0x61, count: 8)
        for _ in 0..<(count / 258) {
            bits.writeCode(0b1100_0101, count: 8)
            bits.writeCode(0, count: 5)
        }
        bits.writeCode(0, count: 7)
        let content = bits.bytes
        let sizes = word(0) + word(UInt32(content.count)) + word(UInt32(1 + count / 258 * 258))
        let head = half(20) + half(0) + half(8) + half(0) + half(0x21) + sizes + half(UInt16(name.utf8.count)) + half(0)
        let file = [0x50, 0x4B, 3, 4] + head + Array(name.utf8) + content
        let directory =
            [0x50, 0x4B, 1, 2] + half(20) + head + half(0) + half(0) + half(0) + word(0) + word(0) + Array(name.utf8)
        return file + directory + [0x50, 0x4B, 5, 6] + half(0) + half(0) + half(1) + half(1)
            + word(UInt32(directory.count)) + word(UInt32(file.count)) + half(0)
    }

    private struct BitWriter {
        private(set) var bytes: [UInt8] = []
        private var used = 8

        mutating func write(_ value: Int, count: Int) {
            for bit in 0..<count {
                if used == 8 {
                    bytes.append(0)
                    used = 0
                }
                bytes[bytes.count - 1] |= UInt8(value >> bit & 1) << UInt8(used)
                used += 1
            }
        }

        /// Huffman codes are written from their highest bit.
        mutating func writeCode(_ code: Int, count: Int) {
            for bit in (0..<count).reversed() { write(code >> bit & 1, count: 1) }
        }
    }

    private static func half(_ value: UInt16) -> [UInt8] { [UInt8(value & 0xFF), UInt8(value >> 8)] }
    private static func word(_ value: UInt32) -> [UInt8] { half(UInt16(value & 0xFFFF)) + half(UInt16(value >> 16)) }

    private static func checksum(_ bytes: [UInt8]) -> UInt32 {
        var crc: UInt32 = 0xFFFF_FFFF
        for byte in bytes {
            crc ^= UInt32(byte)
            for _ in 0..<8 { crc = crc & 1 == 1 ? crc >> 1 ^ 0xEDB8_8320 : crc >> 1 }
        }
        return ~crc
    }
}
