import GRDB
import GRDBSQLite

/// Reads rows without making a value of every column: for walks over a whole table of which few rows matter.
final class RowReader {
    private let statement: Statement
    private var handle: SQLiteStatement { statement.sqliteStatement }

    init(_ database: Database, _ sql: String) throws { statement = try database.makeStatement(sql: sql) }

    deinit { sqlite3_reset(statement.sqliteStatement) }

    /// Goes to the next row.
    /// - Returns: false behind the last.
    func next() throws -> Bool {
        let code = sqlite3_step(handle)
        if code == SQLITE_ROW { return true }
        sqlite3_reset(handle)
        guard code == SQLITE_DONE else {
            throw DatabaseError(
                resultCode: ResultCode(rawValue: code),
                message: String(cString: sqlite3_errmsg(sqlite3_db_handle(handle))), sql: statement.sql)
        }
        return false
    }

    /// The bytes of a text, there until the next row is; nil for NULL.
    func text(_ column: Int32) -> UnsafeBufferPointer<UInt8>? {
        guard let start = sqlite3_column_text(handle, column) else { return nil }
        return UnsafeBufferPointer(start: start, count: Int(sqlite3_column_bytes(handle, column)))
    }

    func int(_ column: Int32) -> Int { Int(sqlite3_column_int64(handle, column)) }

    func double(_ column: Int32) -> Double { sqlite3_column_double(handle, column) }
}
