import CCatalogue

/// Which papers of the Eerste Kamer carry the year in their id: `kst-20082009-31700-VI-D`, and later `kst-35673-B`.
enum ChamberYears {
    /// Papers that the register has otherwise than their year says.
    private static let exceptions = Set(
        String(cString: kvgraph_eerstekamer()).split(separator: "\n").filter { !$0.hasPrefix("#") }.map(String.init))

    /// - Parameters:
    ///   - paper: dossier and number, `31700-VI-D`.
    ///   - year: that of the sitting, as it was written.
    static func id(_ paper: String, _ year: Vergaderjaar) -> String {
        let plain = "kst-\(paper)"
        guard year.first <= 2009 else { return plain }
        let dated = "kst-\(year.id)-\(paper)"
        if year.first == 2009 { return exceptions.contains(dated) ? dated : plain }
        return exceptions.contains(plain) ? plain : dated
    }
}
