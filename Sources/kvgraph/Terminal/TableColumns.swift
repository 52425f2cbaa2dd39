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
        /// Whether there is room for so much and no more: on a terminal.
        let isNarrow: Bool

        /// The lines of a cell.
        func lines(of cell: Table.Cell) -> [String] {
            guard isNarrow else { return [cell.plain] }
            if room == .wrapped {
                let members = cell.members
                return members.flatMap { WrappedText.lines($0, width: width, indent: members.count > 1 ? 2 : 0) }
            }
            let text = cell.plain
            return [text.count > width ? text.prefix(max(0, width - 1)) + "…" : text]
        }
    }

    /// What is left of each column of text before columns are spared, of one that is wrapped, and at the very least.
    private static let comfort = 24
    private static let readable = 36
    private static let least = 8

    private var columns: [Shown]
    private let width: Int?

    /// - Parameters:
    ///   - rows: those that say how wide the columns are.
    ///   - width: of the terminal, or nil where nothing is cut.
    init(_ columns: [Table.Column], rows: [[Table.Cell]], width: Int?) {
        self.width = width
        self.columns = columns.indices.compactMap { index in
            guard let title = columns[index].title?.spoken else { return nil }
            let isListed = width != nil && columns[index].room == .wrapped
            let longest =
                rows.map { row in
                    isListed ? row[index].members.map(\.count).max() ?? 0 : row[index].plain.count
                }.max() ?? 0
            return Shown(
                index: index, title: title, room: columns[index].room,
                isNumber: rows.allSatisfy { $0[index].isNumber }, width: max(title.count, longest),
                isNarrow: width != nil)
        }
    }

    /// The columns that are left, with their widths.
    var fitted: [Shown] {
        var fitted = self
        fitted.narrow()
        while !fitted.fits, let spared = fitted.columns.lastIndex(where: { $0.room == .spared }) {
            fitted.columns.remove(at: spared)
        }
        // What was cut to make room may have it back where columns went.
        if fitted.columns.count < columns.count {
            for index in fitted.columns.indices {
                fitted.columns[index].width = columns.first { $0.index == fitted.columns[index].index }?.width ?? 0
            }
            fitted.narrow()
        }
        // A name that is cut cannot be asked for; what goes on below loses nothing.
        fitted.cut(to: 2 * Self.least) { $0.room == .wrapped }
        fitted.cut(to: Self.least) { $0.room == .cut }
        fitted.cut(to: Self.least) { !$0.isNumber }
        return fitted.columns
    }

    /// File names and the like first; then what goes on below.
    private mutating func narrow() {
        cut(to: Self.comfort) { $0.room == .cut }
        cut(to: Self.readable) { $0.room == .wrapped }
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

    /// The members of a list, each as people read it; of anything else, itself.
    fileprivate var members: [String] {
        if case .list(let items) = self, !items.isEmpty { return items.map { PlainText.clean($0) } }
        return [plain]
    }

    fileprivate var isNumber: Bool {
        switch self {
        case .number, .real: true
        default: false
        }
    }
}
