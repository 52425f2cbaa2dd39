/// The page of a law: `https://wetten.overheid.nl/BWBR0005290/2024-01-01` is that law, where the catalogue has it.
enum LawAddress {
    /// - Parameter path: what stands behind the host.
    static func identifier(_ path: Substring) -> String? {
        for piece in path.split(whereSeparator: { "/?&#:=_".contains($0) }) {
            let name = piece.uppercased()
            guard name.utf8.count == 11, name.hasPrefix("BWBR") || name.hasPrefix("BWBV") else { continue }
            return LawCatalogue.builtIn.law("bwb:" + name)?.id
        }
        return nil
    }
}
