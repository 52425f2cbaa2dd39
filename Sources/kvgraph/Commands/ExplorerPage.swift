import GraphAnalysis
import GraphDrawing

/// The explorer's page of a picture.
enum ExplorerPage {
    /// - Parameter isServed: whether `kvgraph serve` shows it, and can draw others.
    static func bytes(
        _ chosen: ChosenPicture, _ choice: PictureChoice, _ selection: SelectionOptions, _ graphs: StoreGraphs,
        isServed: Bool = false
    ) throws -> [UInt8] {
        let (explored, whole) = try chosen.forExplorer(choice, selection, graphs)
        var data = try ExplorerStore.data(
            explored, explored.drawn, ExplorerLists(whole, isServed: isServed), part: selection.units, graphs)
        data.isServed = isServed
        data.least = choice.minLetters ?? 1
        return try Explorer.page(
            title: explored.options.title, svg: explored.picture(.svg), data: data, notes: explored.notes)
    }
}
