/// What shapes and colours mean.
extension DOTWriter {
    /// One node for each kind in the picture, in a row of its own.
    mutating func legend() {
        let present = Set(rows.map(\.source.kind))
        let shown = Theme.kinds.filter { present.contains($0.kind) }
        guard !shown.isEmpty else { return }
        lines += [
            "  subgraph cluster_legend {",
            "    label=\"\(options.level == .answers ? "legend (dashed: refers to)" : "legend")\"; fontsize=10; fontcolor=\"#555555\"; color=\"#CCCCCC\"; style=rounded",
        ]
        let first = options.level == .letters ? Theme.letter : Theme.answer
        for (index, style) in ([first] + shown.map(\.style)).enumerated() {
            lines.append(
                "    k\(index) [label=\(DOTText.label(style.name)), shape=\(style.shape), style=\(index == 0 ? "\"filled,rounded\"" : "filled"), fillcolor=\"\(style.fill)\", color=\"\(style.line)\", fontsize=9, height=0.22, tooltip=\(DOTText.tooltip(style.name))]"
            )
        }
        lines.append("  }")
    }
}
