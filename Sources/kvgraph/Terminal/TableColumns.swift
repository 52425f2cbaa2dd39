import Foundation
import GraphAnalysis

/// The columns of a table that people see, fitted into a width.
struct TableColumns {
    struct Shown {
        let index: Int
        let title: String
        let room: Table.Room
        let isNumber: Bool
        var width: Int
        /// Whether a longer text is cut: only on a terminal.
        let isCut: Bool
    }

    /// What is left of each column of text before columns are spared, and at the very least.
    private static let comfort = 24
    private static let least = 8

    private var columns: [Shown]
    private let width: Int?

    /// - Parameters:
    ///   - rows: those that say how wide the columns are.
    ///   - width: of the terminal, or nil where nothing is cut.
    init(_ columns: [Table.Column], rows: [[Table.Cell]], width: Int?) {
        self.width = width
        self.columns = columns.indices.compactMap { index in
            guard let title = columns[index].title else { return nil }
            let longest = rows.map { $0[index].plain.count }.max() ?? 0
            return Shown(
                index: index, title: title, room: columns[index].room,
                isNumber: rows.allSatisfy { $0[index].isNumber }, width: max(title.count, longest),
                isCut: width != nil)
        }
    }

    /// The columns that are left, with their widths.
    var fitted: [Shown] {
        var fitted = self
        fitted.cut(to: Self.comfort) { $0.room == .cut }
        while !fitted.fits, let spared = fitted.columns.lastIndex(where: { $0.room == .spared }) {
            fitted.columns.remove(at: spared)
        }
        // What was cut to make room may have it back where columns went.
        if fitted.columns.count < columns.count {
            for index in fitted.columns.indices {
                fitted.columns[index].width = columns.first { $0.index == fitted.columns[index].index }?.width ?? 0
            }
            fitted.cut(to: Self.comfort) { $0.room == .cut }
        }
        fitted.cut(to: Self.least) { $0.room == .cut }
        fitted.cut(to: Self.least) { !$0.isNumber }
        return fitted.columns
    }

    private var fits: Bool {
        guard let width else { return true }
        return columns.map(\.width).reduce(0, +) + columns.count - 1 <= width
    }

    /// Takes from the widest of some columns, sign by sign, until all fit or none has more than `least`.
    private mutating func cut(to least: Int, _ gives: (Shown) -> Bool) {
        while !fits {
            let open = columns.indices.filter { gives(columns[$0]) && columns[$0].width > least }
            guard let widest = open.max(by: { columns[$0].width < columns[$1].width }) else { return }
            columns[widest].width -= 1
        }
    }
}

extension Table.Cell {
    /// As people read it; a letter may hold signs that a terminal obeys, and those go.
    var plain: String {
        let text =
            switch self {
            case .text(let text): text
            case .number(let number): String(number)
            case .real(let real):
                real == real.rounded() && abs(real) < 1e6 ? String(Int(real)) : String(format: "%.4f", real)
            case .list(let items): items.joined(separator: "; ")
            case .none: ""
            }
        return PlainText.clean(text)
    }

    fileprivate var isNumber: Bool {
        switch self {
        case .number, .real: true
        default: false
        }
    }
}
