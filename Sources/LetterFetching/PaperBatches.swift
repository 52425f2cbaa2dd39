/// Asks for papers several at a time, for as long as the service is seen to answer that; else one by one.
struct PaperBatches {
    /// An address of some 2,000 signs.
    private static let size = 25
    /// Ids that came neither with others nor alone: after so many, those that do not come with others are not known.
    private static let enoughUnknown = 3

    private var asksSeveral = true
    private var unknown = 0

    /// The ids at the head of a list that can be asked for at once.
    func next(_ ids: ArraySlice<String>, isAlike: (String, String) -> Bool) -> [String] {
        guard let first = ids.first else { return [] }
        return Array(ids.prefix(asksSeveral ? Self.size : 1).prefix { isAlike(first, $0) })
    }

    /// - Parameters:
    ///   - ask: the papers of ids, as far as they are known.
    ///   - take: gets each id in turn, with its paper, nil for one that is not known, or why it could not be asked for.
    /// - Throws: what ends all, and what `take` throws.
    mutating func find<Paper>(
        _ ids: [String], ask: ([String]) throws -> [String: Paper],
        take: (String, Result<Paper?, FetchFault>) throws -> Void
    ) throws {
        var found: [String: Paper] = [:]
        if ids.count > 1 {
            do {
                found = try ask(ids)
            } catch let fault as FetchFault where fault.mayBeOfQuestion {
                asksSeveral = false
            }
        }
        for id in ids {
            if let paper = found[id] {
                try take(id, .success(paper))
            } else if ids.count > 1, asksSeveral, unknown >= Self.enoughUnknown {
                try take(id, .success(nil))
            } else {
                try take(id, alone(id, isLeftOut: ids.count > 1, ask))
            }
        }
    }

    /// - Parameter isLeftOut: whether it was asked for with others.
    private mutating func alone<Paper>(
        _ id: String, isLeftOut: Bool, _ ask: ([String]) throws -> [String: Paper]
    ) throws -> Result<Paper?, FetchFault> {
        do {
            let paper = try ask([id])[id]
            if isLeftOut {
                if paper == nil { unknown += 1 } else { asksSeveral = false }
            }
            return .success(paper)
        } catch let fault as FetchFault where !fault.endsAll {
            return .failure(fault)
        }
    }
}

extension FetchFault {
    /// Whether a simpler question may be answered.
    fileprivate var mayBeOfQuestion: Bool { if case .busy = self { true } else { !endsAll } }
}
