import Foundation
import GraphAnalysis

/// One analysis of a CSV, measured in a process of its own: `kvgraph-bench coupling FILE.csv` prints a JSON line with the
/// names that `../shared/bench/bench_one.py` gives its figures.
enum GraphTask: String {
    case coupling, pagerank, leiden

    func run(_ path: String) {
        do {
            let start = Clock()
            let incidence = try CitationCSV.incidence(path)
            let loaded = Clock()
            let found = result(incidence)
            let done = Clock()
            var fields: [String: Any] = [
                "task": rawValue, "csv": URL(fileURLWithPath: path).lastPathComponent,
                "load_s": loaded.wall - start.wall, "load_cpu_s": loaded.cpu - start.cpu,
                "compute_s": done.wall - loaded.wall, "compute_cpu_s": done.cpu - loaded.cpu, "rss_mib": done.mebibytes,
            ]
            fields.merge(found) { $1 }
            let line = try JSONSerialization.data(withJSONObject: fields, options: .sortedKeys)
            print(String(decoding: line, as: UTF8.self))
        } catch {
            FileHandle.standardError.write(Data("\(path): \(error.localizedDescription)\n".utf8))
            exit(2)
        }
    }

    private func result(_ incidence: Incidence) -> [String: Any] {
        switch self {
        case .coupling:
            let workers = ProcessInfo.processInfo.environment["KVGRAPH_BENCH_WORKERS"].flatMap(Int.init)
            let closest = ClosestLetters(
                incidence, by: .salton, limit: 20, workers: workers ?? Workers.cores)
            var sum = 0.0
            for letter in 0..<closest.count { for neighbour in closest[letter] { sum += neighbour.strength } }
            return ["sum_top": (sum * 1e6).rounded() / 1e6]
        case .pagerank:
            return ["sum": PageRank.ranks(incidence).reduce(0, +)]
        case .leiden:
            let clusters = Clusters.find(incidence)
            return ["modularity": clusters.modularity, "communities": Set(clusters.letters + clusters.sources).count]
        }
    }
}

/// What the process has used so far: seconds of wall and processor time, and the most memory it held.
private struct Clock {
    let wall: Double
    let cpu: Double
    let mebibytes: Double

    init() {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        wall = Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
        var usage = rusage()
        getrusage(__rusage_who_t(RUSAGE_SELF.rawValue), &usage)
        func seconds(_ time: timeval) -> Double { Double(time.tv_sec) + Double(time.tv_usec) / 1e6 }
        cpu = seconds(usage.ru_utime) + seconds(usage.ru_stime)
        mebibytes = Double(usage.ru_maxrss) / 1024
    }
}

/// The incidence in a CSV of `letter,source` lines under a heading: `L000001,KST-30821-42.7`. Letters and sources are
/// numbered as they come.
enum CitationCSV {
    static func incidence(_ path: String) throws -> Incidence {
        let data = try Data(contentsOf: URL(fileURLWithPath: path), options: .mappedIfSafe)
        var (letters, sources) = (Names(), Names())
        var (citing, cited): ([UInt32], [UInt32]) = ([], [])
        data.withUnsafeBytes { bytes in
            for line in bytes.split(separator: UInt8(ascii: "\n")).dropFirst() {
                guard let comma = line.firstIndex(of: UInt8(ascii: ",")) else { continue }
                citing.append(letters.number(line[..<comma]))
                let source = line[(comma + 1)...]
                cited.append(sources.number(source.last == UInt8(ascii: "\r") ? source.dropLast() : source))
            }
        }
        return Incidence(citing: citing, cited: cited, letters: letters.count, sources: sources.count)
    }

    private struct Names {
        private var numbers: [String: UInt32] = [:]
        var count: Int { numbers.count }

        mutating func number(_ bytes: Slice<UnsafeRawBufferPointer>) -> UInt32 {
            let name = String(decoding: bytes, as: UTF8.self)
            if let number = numbers[name] { return number }
            let number = UInt32(numbers.count)
            numbers[name] = number
            return number
        }
    }
}
