import CitationFinding
import GRDB

/// A change of the store: letters come and go, and then what hangs on them is made true again, in one transaction.
extension GraphStore {
    /// Runs `body` with a writer, in one transaction: when it throws, nothing has changed.
    /// - Parameters:
    ///   - catalogue: the one the letters were read with, for the names of reports.
    ///   - corrections: a user's verdicts, applied to letters as they are put.
    ///   - day: the day on which new letters are first read, ISO 8601; nil for that of the clock, in UTC.
    ///   - body: puts and drops letters.
    /// - Returns: what is new in the store.
    @discardableResult
    public func write(
        catalogue: ReportCatalogue, corrections: [Correction] = [], on day: String? = nil,
        _ body: (inout StoreWriter) throws -> Void
    ) throws -> StoreNews {
        try write(.immediate, catalogue: catalogue, corrections: corrections, on: day, body)
    }

    @discardableResult
    func write(
        _ kind: Database.TransactionKind, catalogue: ReportCatalogue, corrections: [Correction] = [],
        on day: String? = nil, _ body: (inout StoreWriter) throws -> Void
    ) throws -> StoreNews {
        var news = StoreNews()
        try attemptWrite(kind) { database in
            var writer = try StoreWriter(
                database, catalogue: catalogue, corrections: corrections,
                today: day ?? ReadingDay.today)
            try body(&writer)
            try writer.bulk.make()
            if writer.hasChanged {
                try writer.rejoinWorks()
                try writer.joinAddresses()
                try writer.labelByTitle()
                let changed = try writer.changedNumbers()
                try writer.removeOrphans()
                try writer.refreshDateDoubts(isWhole: writer.refreshSlips(changed))
                try writer.markDoubtedSources()
                try writer.indexWords()
            }
            try writer.refreshSharedNumbers()
            try writer.refreshSameFiles()
            // What the user joins or parts anew is no news of letters.
            news = try writer.gathering.news(in: database, hasSources: !writer.worksHaveChanged)
        }
        return news
    }
}
