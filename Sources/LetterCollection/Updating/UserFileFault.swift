import CitationFinding
import GraphStorage

extension UserFiles {
    /// What is wrong with a user's file.
    public enum Fault: Error, Sendable, CustomStringConvertible {
        case unreadable(String)
        case catalogue(String, ReportCatalogue.Fault)
        /// A line of a file of corrections.
        case correction(CorrectionFault, file: String, line: Int)

        public var description: String {
            switch self {
            case .unreadable(let file): "\(file): there is no such file, or you may not read it"
            case .catalogue(let file, let fault): "\(file), \(fault)"
            case .correction(let fault, let file, let line): "\(file), line \(line): \(fault)"
            }
        }
    }

    /// What is wrong with a line of corrections.
    public enum CorrectionFault: Sendable, CustomStringConvertible {
        /// It has fewer than four columns, or than three where it is about two ids.
        case columns(isOfWorks: Bool)
        /// A verdict that is neither `drop` nor an id, and the id that may be meant.
        case verdict(String, meant: String?)
        /// What `same` or `apart` names is no id, and the id that may be meant.
        case id(String, meant: String?)
        /// `same` or `apart`, and an id twice.
        case twice(String)
        /// An id that is another source in another letter, and why.
        case withinLetter(String, because: String)
        /// What is kept apart here, and the line that makes both one; nil where several lines do.
        case contradiction(WorkVerdict, line: Int?)

        public var description: String {
            switch self {
            case .columns(let isOfWorks):
                return isOfWorks
                    ? "three tab-separated columns are needed: same or apart, and the ids of two sources"
                    : "four tab-separated columns are needed: letter, unit (or *), id as read, and drop or another id; "
                        + "or three: same or apart, and two ids"
            case .verdict(let verdict, let meant):
                return "“\(verdict)” is neither drop nor the id of a source: \(Self.hint(meant))"
            case .id(let id, let meant): return "“\(id)” is not the id of a source: \(Self.hint(meant))"
            case .twice(let id): return "\(id) stands here twice: name two ids"
            case .withinLetter(let id, let reason):
                return "\(id) cannot be joined, because \(reason): correct it letter by letter, in four columns"
            case .contradiction(let verdict, let line):
                let others = line.map { "line \($0) makes" } ?? "the lines with same make"
                return "\(verdict.first) and \(verdict.second) are kept apart here, but \(others) them one: "
                    + "remove one of these lines"
            }
        }

        private static func hint(_ meant: String?) -> String {
            meant.map { "did you mean \($0)?" } ?? "ids look like kst-30821-230 or 2024D40329"
        }
    }
}

extension UserFiles {
    /// A user's verdicts on single citations, and on ids.
    static func verdicts(_ text: String, file: String, finder: CitationFinder) throws(Fault)
        -> ([Correction], [WorkVerdict])
    {
        var corrections: [Correction] = []
        var works: [(line: Int, verdict: WorkVerdict)] = []
        for (line, row) in CorrectionFile.rows(text) {
            let fault: CorrectionFault?
            switch row {
            case .incomplete(let isOfWorks): fault = .columns(isOfWorks: isOfWorks)
            case .citation(let correction):
                fault = finder.fault(correction)
                corrections.append(correction)
            case .works(let verdict):
                fault = finder.fault(verdict)
                works.append((line, verdict))
            }
            if let fault { throw Fault.correction(fault, file: file, line: line) }
        }
        if let wrong = CorrectionFile.contradiction(in: works.map(\.verdict)) {
            let verdict = works[wrong].verdict
            let ids = Set([verdict.first, verdict.second])
            let other = works.first { $0.verdict.kind == .same && Set([$0.verdict.first, $0.verdict.second]) == ids }
            throw Fault.correction(
                .contradiction(verdict, line: other?.line), file: file, line: works[wrong].line)
        }
        return (corrections, works.map(\.verdict))
    }
}

extension CitationFinder {
    fileprivate func fault(_ correction: Correction) -> UserFiles.CorrectionFault? {
        guard case .becomes(let id) = correction.verdict, !isCanonical(id) else { return nil }
        return .verdict(id, meant: meant(by: id))
    }

    fileprivate func fault(_ verdict: WorkVerdict) -> UserFiles.CorrectionFault? {
        for id in [verdict.first, verdict.second] {
            if !isCanonical(id) { return .id(id, meant: meant(by: id)) }
            guard verdict.kind == .same, let reason = SourceKind.of(id).isWithinLetterBecause else { continue }
            return .withinLetter(id, because: reason)
        }
        return verdict.first == verdict.second ? .twice(verdict.first) : nil
    }

    private func meant(by text: String) -> String? { ids(in: text).first(where: isCanonical) }
}
