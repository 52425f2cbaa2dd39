// The graph, as data: letters, sources, and each citation with its quote. Nodes of the picture have the ids that
// Graphviz was given: l3, s0, u7. What has no node is in tables, lists and search all the same.
const data = JSON.parse(document.getElementById('data').textContent);

// What is said, in the language of the page: the words themselves are the key, each % stands for a value.
function say(key, ...values) {
  let next = 0;
  return (data.words[key] ?? key).replace(/%(\d?)/g, (hole, place) => values[place ? place - 1 : next++] ?? '');
}
function counted(count, word) {
  const [one, more] = (data.words['# ' + word] ?? '# ' + word + '|# ' + word + 's').split('|');
  return (count === 1 ? one : more).replace('#', count);
}
const grouped = (number) => number.toLocaleString(document.documentElement.lang);

// Everything that can be selected, by a name that stays the same from one picture to the next: source:kst-35165-97.
const entities = new Map();
const entityOfNode = new Map();

function addEntity(key, entity) {
  entities.set(key, { key, ...entity });
  if (entity.node && !entityOfNode.has(entity.node)) entityOfNode.set(entity.node, key);
}
data.letters.forEach((letter, index) => addEntity('letter:' + letter.name,
  { type: 'letter', index, node: letter.id, label: letter.label, title: letter.subject ?? '', item: letter }));
data.sources.forEach((source, index) => addEntity('source:' + source.name,
  { type: 'source', index, node: source.id, label: source.label, title: source.kind, item: source }));
data.units.forEach((unit, index) => addEntity('answer:' + data.letters[unit.letter].name + '/' + unit.name,
  { type: 'answer', index, node: unit.id, label: say('% of %', unit.name, data.letters[unit.letter].label), title: '', item: unit }));

const unitOf = new Map(data.units.map((unit) => [unit.letter + ' ' + unit.name, unit.id]));
for (const citation of data.citations) {
  citation.from = unitOf.get(citation.letter + ' ' + citation.unit) ?? data.letters[citation.letter].id;
  citation.to = data.sources[citation.source].id;
}

// The citations of what is selected, as far as the filters show them.
function citationsOf(entity) {
  return shown.citations.filter((citation) => {
    switch (entity.type) {
      case 'letter': return citation.letter === entity.index;
      case 'source': return citation.source === entity.index;
      default: return citation.letter === entity.item.letter && citation.unit === entity.item.name;
    }
  });
}

// The nodes and edges that light up with it.
function neighbours(entity) {
  const nodes = new Set(entity.node ? [entity.node] : []);
  const edges = new Set();
  const link = (from, to) => {
    for (const end of [from, to]) if (end) nodes.add(end);
    if (from && to) edges.add(from + '-' + to);
  };
  for (const citation of citationsOf(entity)) link(citation.from, citation.to);
  for (const citation of shown.citations) {
    if (entity.node && (citation.from === entity.node || citation.to === entity.node)) link(citation.from, citation.to);
  }
  for (const tie of data.ties) {
    if ((tie.from === entity.node || tie.to === entity.node) && shown.edges.has(tie.from + '-' + tie.to)) link(tie.from, tie.to);
  }
  return { nodes, edges };
}
