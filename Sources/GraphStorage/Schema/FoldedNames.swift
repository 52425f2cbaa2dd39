import GRDB
import GraphAnalysis

/// Names as they are compared, for SQL: `kvgraph_folded('Yeşilgöz')` is `yesilgoz`. SQLite's own small letters know no `Ë`.
enum FoldedNames {
    static let function = DatabaseFunction("kvgraph_folded", argumentCount: 1, pure: true) { values in
        String.fromDatabaseValue(values[0]).map(LetterName.folded)
    }
}
