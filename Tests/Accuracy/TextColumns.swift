/// Rows in columns, for a person.
struct TextColumns {
    private let rows: [[String]]
    private let firstNumber: Int

    /// - Parameter numbersFrom: columns from this one on stand to the right.
    init(_ rows: [[String]], numbersFrom: Int = .max) { (self.rows, firstNumber) = (rows, numbersFrom) }

    func print() {
        let count = rows.map(\.count).max() ?? 0
        let widths = (0..<count).map { column in rows.map { $0.count > column ? $0[column].count : 0 }.max() ?? 0 }
        for row in rows {
            let cells = row.enumerated().map { column, cell in
                let blanks = String(repeating: " ", count: widths[column] - cell.count)
                // The last column is never padded.
                if column >= firstNumber { return blanks + cell }
                return column == row.count - 1 ? cell : cell + blanks
            }
            Swift.print(cells.joined(separator: "  "))
        }
    }
}
