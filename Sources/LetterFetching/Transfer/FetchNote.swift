import Wording

/// Something odd that does no harm: it is said, and the work goes on.
public enum FetchNote: Sendable, Equatable {
    case fewer(String, said: Int, got: Int)
    /// One row that was not asked for.
    case outside(String, id: String, date: String, range: String)
    case deleted(String)
    case newerVersion(from: String, to: String)
    case withoutSenders(String)
    /// A file was not what it was said to be; another one was taken, or its content counted.
    case nextFile(FetchFault)
    case otherFormat(String, said: String, is: String)

    public var phrase: Phrase {
        switch self {
        case .fewer(let address, let said, let got):
            "\(address) announced \(counted(said, "letter")) and listed \(got)"
        case .outside(let address, let id, let date, let range):
            "\(address) lists \(id) of \(date), which is not of \(range): it is left out"
        case .deleted(let id): "\(id) was deleted by the service; what was fetched earlier stays"
        case .newerVersion(let old, let new): "\(old) is gone: \(new) is asked instead"
        case .withoutSenders(let address):
            "\(address) does not tell who sent letters: they come without their senders"
        case .nextFile(let fault): "\(fault.phrase): the next file is tried"
        case .otherFormat(let address, let said, let actual):
            "\(address) was said to be \(said) and is \(actual): it is kept as that"
        }
    }
}
