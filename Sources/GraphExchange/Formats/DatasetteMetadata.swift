/// What Datasette shows of a store: its tables and columns in words, and questions as queries by name.
public struct DatasetteMetadata {
    /// A table or a view.
    public struct StoreTable {
        let name: String
        let about: String?
        let columns: [(name: String, about: String)]

        public init(name: String, about: String?, columns: [(name: String, about: String)]) {
            (self.name, self.about, self.columns) = (name, about, columns)
        }
    }

    public struct Query {
        let name: String
        let title: String
        let sql: String

        public init(name: String, title: String, sql: String) { (self.name, self.title, self.sql) = (name, title, sql) }
    }

    private let database: String
    private let tables: [StoreTable]
    private let queries: [Query]

    /// - Parameter database: the name of the store's file without its ending, as Datasette calls it.
    public init(database: String, tables: [StoreTable], queries: [Query]) {
        (self.database, self.tables, self.queries) = (database, tables, queries)
    }

    /// The metadata as JSON, keys sorted.
    public func write(to output: ExchangeOutput) throws {
        let queries = queries.sorted { $0.name < $1.name }.map { query in
            "\(json(query.name)): {\"sql\": \(json(query.sql)), \"title\": \(json(query.title))}"
        }
        let tables = tables.sorted { $0.name < $1.name }.map { table in
            let columns = table.columns.sorted { $0.name < $1.name }.map { "\(json($0.name)): \(json($0.about))" }
            var members = columns.isEmpty ? [] : ["\"columns\": {\(columns.joined(separator: ", "))}"]
            if let about = table.about { members.append("\"description\": \(json(about))") }
            return "\(json(table.name)): {\(members.joined(separator: ", "))}"
        }
        try output.write(
            """
            {
              "databases": {
                \(json(database)): {
                  "queries": {
                    \(queries.joined(separator: ",\n        "))
                  },
                  "tables": {
                    \(tables.joined(separator: ",\n        "))
                  }
                }
              },
              "description": "Written answers to Kamervragen, and the sources that they cite",
              "title": "kvgraph"
            }

            """)
    }

    private func json(_ text: String) -> String { ExchangeText.of(text, in: .json) }
}
