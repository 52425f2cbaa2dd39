import Synchronization

/// What is asked of a whole store again and again, for a program that keeps it in memory: one answer of each type, read once.
final class KeptAnswers: Sendable {
    /// Nil where nothing is kept.
    private let answers = Mutex<[ObjectIdentifier: any Sendable]?>(nil)

    var isKeeping: Bool { answers.withLock { $0 != nil } }

    func begin() { answers.withLock { $0 = $0 ?? [:] } }

    /// What is kept, or what is read anew.
    func answer<Answer: Sendable>(_ read: () throws -> Answer) rethrows -> Answer {
        let type = ObjectIdentifier(Answer.self)
        if let known = answers.withLock({ $0?[type] }) as? Answer { return known }
        let answer = try read()
        answers.withLock { $0?[type] = answer }
        return answer
    }
}
