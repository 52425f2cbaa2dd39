import CitationFinding
import GRDB

/// What a user's corrections say of a source in the store.
extension GraphStore {
    /// The ids that corrections join to a source, and those that they keep apart from it, in order.
    public func verdicts(on source: String) throws -> (joined: [String], apart: [String]) {
        try queue.read { database in
            guard let (verdicts, works) = try Self.works(database) else { return ([], []) }
            let isIt = { works.work(SourceID($0)) == works.work(SourceID(source)) }
            var (joined, apart): (Set<String>, Set<String>) = ([], [])
            for verdict in verdicts {
                let ids = [verdict.first, verdict.second]
                switch verdict.kind {
                case .same: joined.formUnion(ids.filter(isIt))
                case .apart:
                    for (id, other) in [(ids[0], ids[1]), (ids[1], ids[0])] where isIt(id) { apart.insert(other) }
                }
            }
            return (joined.subtracting([source]).sorted(), apart.sorted())
        }
    }

    /// The id that stands for another by the user's corrections; nil when they say nothing of it.
    func joined(_ id: String) throws -> String? {
        try queue.read { database in
            guard let (_, works) = try Self.works(database) else { return nil }
            let standing = works.source(SourceID(id)).id
            return standing == id ? nil : standing
        }
    }

    static func verdicts(_ database: Database) throws -> [WorkVerdict] {
        CorrectionFile.works(try value(of: .corrections, in: database) ?? "")
    }

    private static func works(_ database: Database) throws -> (verdicts: [WorkVerdict], works: Works)? {
        let verdicts = try verdicts(database)
        return verdicts.isEmpty ? nil : (verdicts, Works(verdicts, try register(database)))
    }
}
