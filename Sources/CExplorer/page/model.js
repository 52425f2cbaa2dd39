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

const parts = ['answers', 'questions', 'all'];
const chosenPart = () => (parts.includes(state.in) ? state.in : data.part);
// The body of a letter that answers no questions counts with the answers.
const partOf = (citation) => (citation.part === 'body' ? 'answers' : citation.part + 's');
const chosenKinds = () => (state.kinds === '' ? null : new Set(state.kinds.split(',')));

// How many letters, answers and citations a source has, in the whole store: what `kvgraph top` says.
const counts = (source) => source.counts[chosenPart()] ?? [0, 0, 0];
// What the middle one of these counts.
const countedUnits = (count) => (chosenPart() === 'answers' ? counted(count, 'answer')
  : chosenPart() === 'questions' ? counted(count, 'question') : counted(count, 'part'));
const saidPart = () => (chosenPart() === 'answers' ? say('answers') : chosenPart() === 'questions' ? say('questions') : say('parts'));

// What the filters leave: citations, the nodes that have one, and the sources and letters that tables list.
let shown = { citations: [], nodes: new Set(), edges: new Set(), sources: new Set(), letters: new Set() };

function applyFilters() {
  const part = chosenPart();
  const kinds = chosenKinds();
  const isChosen = (source) => (!kinds || kinds.has(source.kind)) && counts(source)[0] >= state.min;
  const citations = data.citations.filter((citation) => (part === 'all' || partOf(citation) === part)
    && isChosen(data.sources[citation.source]));
  const drawn = citations.filter((citation) => citation.from && citation.to);
  const listed = data.sources.map((source) => source.parts.includes(part) && isChosen(source) && counts(source)[0] >= data.least);
  shown = {
    citations,
    nodes: new Set(drawn.flatMap((citation) => [citation.from, citation.to])),
    edges: new Set(drawn.map((citation) => citation.from + '-' + citation.to)),
    sources: new Set([...data.sources.keys()].filter((index) => listed[index])),
    letters: new Set(citations.filter((citation) => listed[citation.source]).map((citation) => citation.letter)),
  };
  for (const reference of data.references) {
    const [from, to] = [data.units[reference.from], data.units[reference.to]];
    if (part !== 'all' && (partOf(from) !== part || partOf(to) !== part)) continue;
    if (!shown.letters.has(from.letter)) continue;
    shown.nodes.add(from.id).add(to.id);
    shown.edges.add(from.id + '-' + to.id);
  }
  for (const tie of data.ties) {
    const common = tie.shared.some((index) => (data.side === 'letters' ? shown.sources : shown.letters).has(index));
    if (common && shown.nodes.has(tie.from) && shown.nodes.has(tie.to)) shown.edges.add(tie.from + '-' + tie.to);
  }
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
