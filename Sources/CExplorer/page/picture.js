// The picture: what is shown, lit and selected in it. Graphviz drew it; nothing is moved.
const svg = document.querySelector('#picture svg');
const nodes = new Map();
const edges = new Map();
for (const group of svg.querySelectorAll('g.node, g.edge')) {
  (group.classList.contains('node') ? nodes : edges).set(group.id, group);
  // A click selects; the official page is a link beside the quotes.
  for (const anchor of group.querySelectorAll('a')) {
    // The picture that is saved has it again.
    anchor.setAttribute('data-page', anchor.getAttribute('xlink:href') ?? '');
    anchor.removeAttribute('xlink:href');
    anchor.removeAttribute('target');
  }
}
svg.setAttribute('role', 'group');
for (const [id, group] of nodes) {
  if (!entityOfNode.has(id)) continue;
  group.setAttribute('role', 'button');
  group.setAttribute('tabindex', '-1');
  group.setAttribute('aria-label', group.querySelector('title')?.textContent ?? '');
}

// The lines of labels that say how many letters cite a source: they count the part of letters that is chosen, as the tables do.
const countLines = [];
for (const [id, group] of nodes) {
  const source = entities.get(entityOfNode.get(id));
  const line = [...group.querySelectorAll('text')].pop();
  const words = line?.textContent ?? '';
  const isCount = words === say('cited by %', counted(Number(words.match(/\d+/)?.[0]), 'letter'));
  if (source?.type === 'source' && isCount) countLines.push([line, source.item]);
}

function paintCounts() {
  for (const [line, source] of countLines) {
    const letters = counts(source)[0];
    line.textContent = letters > 0 ? say('cited by %', counted(letters, 'letter')) : say('not cited in %', saidPart());
  }
}

// Whether something has a node, or a box, that is shown.
function isDrawn(entity) {
  const group = entity.node && svg.getElementById(entity.node);
  return Boolean(group && !group.classList.contains('away'));
}

const legendNodes = [...nodes.keys()].filter((id) => !entityOfNode.has(id)).length;

// Nodes that can be selected and are shown, in the order of the picture.
const shownNodes = () => [...nodes.values()].filter((group) => entityOfNode.has(group.id) && !group.classList.contains('away'));

function select(key) {
  if (!entities.has(key)) return;
  choose({ sel: key }, true);
  const node = nodes.get(entities.get(key).node);
  if (node) reveal(node);
}

function paintPicture() {
  paintCounts();
  const selected = entities.get(state.sel);
  const lit = selected ? neighbours(selected) : null;
  for (const [id, group] of nodes) {
    if (!entityOfNode.has(id)) continue;
    const isSelected = selected?.node === id;
    group.classList.toggle('away', !shown.nodes.has(id));
    group.classList.toggle('lit', Boolean(lit?.nodes.has(id)));
    group.classList.toggle('selected', isSelected);
    group.setAttribute('aria-pressed', String(isSelected));
  }
  for (const [id, group] of edges) {
    group.classList.toggle('away', !shown.edges.has(id));
    group.classList.toggle('lit', Boolean(lit?.edges.has(id)));
  }
  // What has no node, nor anything beside it that has one, leaves the picture as it is.
  svg.classList.toggle('chosen', Boolean(lit && [...lit.nodes].some((id) => shown.nodes.has(id))));
  const full = new Set(Object.entries(data.boxes).filter(([node]) => shown.nodes.has(node)).map(([, box]) => box));
  for (const box of svg.querySelectorAll('g.cluster:not(.legend)')) box.classList.toggle('away', !full.has(box.id));
  // One stop for the tab key: the selected node, or the first.
  const stops = shownNodes();
  const stop = stops.find((group) => group.id === selected?.node) ?? stops[0];
  for (const group of nodes.values()) if (group.hasAttribute('tabindex')) group.setAttribute('tabindex', group === stop ? '0' : '-1');
}

svg.addEventListener('click', (event) => {
  const group = event.target.closest('g.node');
  event.preventDefault();
  if (wasDragged) return;
  const key = group && entityOfNode.get(group.id);
  if (key) choose({ sel: key === state.sel ? '' : key }, true);
  else if (state.sel) choose({ sel: '' }, true);
});
