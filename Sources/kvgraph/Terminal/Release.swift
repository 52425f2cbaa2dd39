/// Which kvgraph this is.
enum Release {
    static let version = "0.1.0"
    /// Where more about it is to be found, for services that it asks. A reserved name (RFC 2606), until it has a page.
    static let homePage = "https://kvgraph.example"
}
