// What the filters choose, and how often what they choose is cited: the counts of `kvgraph top` with the same filters.
const parts = ['answers', 'questions', 'all'];
const chosenPart = () => (parts.includes(state.in) ? state.in : data.part);
// The body of a letter that answers no questions counts with the answers.
const partOf = (citation) => (citation.part === 'body' ? 'answers' : citation.part + 's');
const isInPart = (item) => chosenPart() === 'all' || partOf(item) === chosenPart();
const chosenKinds = () => (state.kinds === '' ? null : new Set(state.kinds.split(',')));

// The letters that are chosen, by place, or null for all. Which letters a name takes is in the data; a server has chosen
// before it made the page.
function chosenLetters() {
  if (data.served) return null;
  const sets = data.facets.filter((facet) => state[facet.name]).map((facet) => {
    const names = new Set(state[facet.name].split(','));
    return new Set(facet.values.filter((value) => names.has(value.name)).flatMap((value) => value.letters));
  });
  if (state.since || state.until) {
    const isIn = ({ date }) => date && date >= state.since && (!state.until || date <= state.until);
    sets.push(new Set([...data.letters.keys()].filter((index) => isIn(data.letters[index]))));
  }
  return sets.length ? new Set([...sets[0]].filter((index) => sets.every((set) => set.has(index)))) : null;
}

// Letters, answers and citations of each source among the letters that are chosen, or null where all are.
let tally = null;

function tallied(letters) {
  const found = new Map();
  for (const citation of data.citations) {
    if (!letters.has(citation.letter) || !isInPart(citation)) continue;
    const source = data.sources[citation.source];
    const [citing, units, count] = found.get(source) ?? [new Set(), new Set(), 0];
    found.set(source, [citing.add(citation.letter), units.add(citation.letter + ' ' + citation.unit), count + 1]);
  }
  return new Map([...found].map(([source, [citing, units, count]]) => [source, [citing.size, units.size, count]]));
}

const counts = (source) => (tally ? tally.get(source) : source.counts[chosenPart()]) ?? [0, 0, 0];
// What the middle one of these counts.
const countedUnits = (count) => (chosenPart() === 'answers' ? counted(count, 'answer')
  : chosenPart() === 'questions' ? counted(count, 'question') : counted(count, 'part'));
const saidPart = () => (chosenPart() === 'answers' ? say('answers') : chosenPart() === 'questions' ? say('questions') : say('parts'));

// What the filters leave: citations, the nodes that have one, and the sources and letters that tables list.
let shown = { citations: [], nodes: new Set(), edges: new Set(), sources: new Set(), letters: new Set() };

function applyFilters() {
  const kinds = chosenKinds();
  const chosen = chosenLetters();
  tally = chosen && tallied(chosen);
  const isChosen = (source) => (!kinds || kinds.has(source.kind)) && counts(source)[0] >= Math.max(1, state.min);
  const citations = data.citations.filter((citation) => isInPart(citation) && (!chosen || chosen.has(citation.letter))
    && isChosen(data.sources[citation.source]));
  const drawn = citations.filter((citation) => citation.from && citation.to);
  const listed = data.sources.map((source) => source.parts.includes(chosenPart()) && isChosen(source));
  shown = {
    citations,
    nodes: new Set(drawn.flatMap((citation) => [citation.from, citation.to])),
    edges: new Set(drawn.map((citation) => citation.from + '-' + citation.to)),
    sources: new Set([...data.sources.keys()].filter((index) => listed[index])),
    letters: new Set(citations.filter((citation) => listed[citation.source]).map((citation) => citation.letter)),
  };
  for (const reference of data.references) {
    const [from, to] = [data.units[reference.from], data.units[reference.to]];
    if (!isInPart(from) || !isInPart(to) || !shown.letters.has(from.letter)) continue;
    shown.nodes.add(from.id).add(to.id);
    shown.edges.add(from.id + '-' + to.id);
  }
  for (const tie of data.ties) {
    const common = tie.shared.some((index) => (data.side === 'letters' ? shown.sources : shown.letters).has(index));
    if (common && shown.nodes.has(tie.from) && shown.nodes.has(tie.to)) shown.edges.add(tie.from + '-' + tie.to);
  }
}
