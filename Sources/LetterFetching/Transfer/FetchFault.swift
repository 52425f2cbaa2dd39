import Wording

/// Why something was not fetched. Each is a sentence of its own, which names the address or the id.
public enum FetchFault: Error, Sendable, Equatable {
    // Of the way there.
    case noLibrary
    case noAddress(String)
    case unreachable(String, why: Why)
    case untrusted(String, String)
    case otherHost(String, from: String)
    case fileElsewhere(String)
    case tooManyRedirects(String)
    case tooSlow(String)
    case cutShort(String)
    case tooLarge(String, megabytes: Int)
    case busy(String, status: Int)
    case waitTooLong(String, seconds: Int)
    case status(String, Int)
    case failed(String, String)
    // Of what is said there.
    case refusedQuery(String, message: String)
    case notAnAnswer(String, kind: String)
    case repeatedPage(String)
    case outsideRange(String, id: String, date: String, range: String)
    case tooMany(String, range: String)
    // Of one letter.
    case pageInsteadOfFile(String, kind: String)
    case damagedFile(String, kind: String)
    case oldWord(String)
    case noFile(String)
    case otherDocument(String, id: String, says: String)
    case unknownID(String)
    // Of the folder.
    case folder(String, String)
    case busyFolder(String)
    case inVain(Int)

    public enum Why: Sendable, Equatable { case noName, refused, noProxy, silent }

    /// Whether there is no use in asking for anything else.
    public var endsAll: Bool {
        switch self {
        case .noLibrary, .unreachable, .untrusted, .busy, .waitTooLong, .folder, .busyFolder, .inVain: true
        default: false
        }
    }

    /// Whether another file of the same letter may be well.
    var isOfOneFile: Bool {
        switch self {
        case .otherHost, .fileElsewhere, .tooManyRedirects, .cutShort, .tooLarge, .pageInsteadOfFile, .damagedFile: true
        default: false
        }
    }

    /// What went wrong, and what to do about it.
    public var phrase: Phrase {
        switch self {
        case .noLibrary:
            "fetch needs libcurl, which is not installed: install the package libcurl4"
        case .noAddress(let text): "“\(text)” is not an address that begins with https:// or http://"
        case .unreachable(let address, .noName): "\(address): there is no computer of this name, or no network"
        case .unreachable(let address, .refused): "\(address): nobody answers there (the connection is refused)"
        case .unreachable(let address, .noProxy):
            "\(address): the proxy that the environment names does not answer: check https_proxy"
        case .unreachable(let address, .silent): "\(address): no connection within a few seconds"
        case .untrusted(let address, let words): "\(address): the connection cannot be trusted (\(words))"
        case .otherHost(let address, let from):
            "\(from) leads to another host, which was not asked: \(address)"
        case .fileElsewhere(let address): "\(address) lies on another host, which was not asked"
        case .tooManyRedirects(let address): "\(address) leads from one address to the next without an end"
        case .tooSlow(let address): "\(address): nothing came for too long"
        case .cutShort(let address): "\(address): the answer was cut short"
        case .tooLarge(let address, let most): "\(address): more than \(most) MB, which no letter has"
        case .busy(let address, let status):
            "\(address) is too busy (status \(status)), also after several minutes: try again later"
        case .waitTooLong(let address, let seconds):
            "\(address) asks to wait \(seconds) seconds: try again after that"
        case .status(let address, let status): "\(address): the answer is status \(status)"
        case .failed(let address, let words): "\(address): \(words)"
        case .refusedQuery(let address, let message): "\(address) refused the query: \(message)"
        case .notAnAnswer(let address, let kind): "\(address): the answer cannot be read as \(kind)"
        case .repeatedPage(let address): "\(address): the same page came again, and the list ends there"
        case .outsideRange(let address, let id, let date, let range):
            "\(address) left the dates out of account: \(id) of \(date) is not of \(range)"
        case .tooMany(let address, let range):
            "\(address): more than 10,000 letters of \(range), which cannot be listed"
        case .pageInsteadOfFile(let address, let kind): "\(address): a web page came instead of \(kind)"
        case .damagedFile(let address, let kind): "\(address): the file is damaged or cut short (\(kind))"
        case .oldWord(let id): "\(id): there is only an old Word file (.doc), which kvgraph does not read"
        case .noFile(let id): "\(id): the service has no file of it (yet)"
        case .otherDocument(let address, let id, let says): "\(address): \(id) was asked for, and \(says) came"
        case .unknownID(let id): "“\(id)” is not an id of a letter"
        case .busyFolder(let path): "another kvgraph fetches into \(path): wait until it is done"
        case .inVain(let count):
            "the last \(count) letters could not be fetched: stopped, so as not to ask in vain"
        case .folder(let path, let words): "\(path) cannot be written: \(words)"
        }
    }
}
