// Filters: kinds of source, questions or answers, the number of letters that cite; and which letters: their days and who
// signed, asked and answered. A page that stands alone follows each choice; a server draws anew when it is asked to.
const names = new Map(data.kinds.map((kind) => [kind.name, kind.label]));
const present = [...new Set([...data.sources.map((source) => source.kind), ...(data.served?.kinds ?? [])])].sort();

const partChoice = make('select', { id: 'part', onchange: () => choose({ in: partChoice.value }, true) },
  ...parts.map((part) => make('option', { value: part }, { answers: say('answers'), questions: say('questions') }[part] ?? say('questions, answers and other parts'))));
const lowest = data.served ? 1 : data.least;
const least = make('input', {
  type: 'number', id: 'min', min: lowest, max: '9999', onchange: () => choose({ min: Math.max(lowest, Math.trunc(Number(least.value)) || lowest) }, true),
});
const kindBoxes = present.map((kind) => make('input', { type: 'checkbox', value: kind, onchange: chooseKinds }));
const days = ['since', 'until'].map((name) => make('input', { type: 'date', id: name, onchange: () => chooseLetters({ [name]: byID(name).value }) }));
const nameBoxes = new Map(data.facets.map((facet) => [facet.name, facet.values.map((value) => make('input', {
  type: 'checkbox', value: value.name, onchange: () => chooseLetters({ [facet.name]: ticked(nameBoxes.get(facet.name)).join(',') }),
}))]));
const facetHeads = new Map(data.facets.map((facet) => [facet.name, make('summary')]));
const drawAnew = data.served ? make('button', { type: 'submit', id: 'draw' }, say('Draw anew')) : null;

const ticked = (boxes) => boxes.filter((item) => item.checked).map((item) => item.value);

function chooseKinds() {
  const chosen = ticked(kindBoxes);
  choose({ kinds: chosen.join(',') === firstKinds().join(',') ? '' : chosen.join(',') || '-' }, true);
}
// The kinds that are ticked where no choice was made.
const firstKinds = () => data.served?.askedKinds ?? present;

function chooseLetters(patch) {
  if (data.served) showHeads();
  else choose(patch, true);
}

// What is chosen of each, where its list is closed.
function showHeads() {
  for (const facet of data.facets) {
    const chosen = ticked(nameBoxes.get(facet.name)).join(', ') || data.served?.names[facet.name].join(', ') || say('all');
    facetHeads.get(facet.name).textContent = say('%: %', facet.label, chosen);
  }
  drawAnew?.classList.toggle('due', String(askedAnew()) !== String(new URLSearchParams(data.served.query)));
}

// The filters of the server's address, with what was changed since.
function askedAnew() {
  const words = new URLSearchParams(data.served.query);
  const change = (name, value, before) => { if (value !== before) words.set(name, value); };
  for (const [name, boxes] of nameBoxes) {
    // A name that no list has, of a part or another spelling, stays until another is chosen.
    const before = boxes.map((box) => box.value).filter((item) => data.served.names[name].includes(item));
    change(name, ticked(boxes).join(','), before.join(','));
  }
  for (const day of days) change(day.id, day.value, data.served[day.id] ?? '');
  change('kind', ticked(kindBoxes).join(','), data.served.askedKinds.join(','));
  change('in', chosenPart(), data.part);
  change('min-letters', String(state.min), String(data.served.least));
  return words;
}

function go(filters) {
  const words = new URLSearchParams();
  const node = new URLSearchParams(location.search).get('id');
  if (node !== null) words.set('id', node);
  for (const [name, value] of filters) words.set(name, value);
  const look = new URLSearchParams();
  for (const name of ['sel', 'table', 'sort', 'theme']) if (state[name] !== defaults[name]) look.set(name, state[name]);
  location.assign(location.pathname + (words.size ? '?' + words : '') + (look.size ? '#' + look : ''));
}

function reset() {
  if (data.served?.query) return go([]);
  choose(Object.fromEntries(filterNames.map((name) => [name, defaults[name]])), true);
  if (data.served) tickAsAsked();
}

byID('filters').append(
  make('fieldset', {}, make('legend', {}, say('Kinds of source')), ...kindBoxes.map((item) => make('label', { class: item.value },
    item, make('span', { class: 'swatch' }), names.get(item.value) ?? item.value))),
  make('label', {}, say('Cited in'), partChoice),
  make('label', {}, say('by at least'), least, say('letters')),
  make('label', {}, say('answered since'), days[0]), make('label', {}, say('until'), days[1]),
  ...data.facets.map((facet) => make('details', { class: 'facet', 'data-facet': facet.name }, facetHeads.get(facet.name),
    make('div', { role: 'group', 'aria-label': facet.label }, ...facet.values.map((value, place) => make('label', {},
      nameBoxes.get(facet.name)[place], value.name))))),
  drawAnew ?? '', make('button', { type: 'button', id: 'reset', onclick: reset }, say('Reset')),
);
byID('filters').addEventListener('submit', (event) => {
  event.preventDefault();
  if (data.served) go(askedAnew());
});

// The letters of a server's page are those that its address asks for, until it draws anew.
function tickAsAsked() {
  for (const [name, boxes] of nameBoxes) for (const box of boxes) box.checked = data.served.names[name].includes(box.value);
  for (const day of days) day.value = data.served[day.id] ?? '';
  showHeads();
}
if (data.served) tickAsAsked();

function showFilters() {
  const kinds = chosenKinds() ?? new Set(firstKinds());
  for (const item of kindBoxes) item.checked = kinds.has(item.value);
  partChoice.value = chosenPart();
  least.value = String(state.min);
  if (!data.served) {
    for (const [name, boxes] of nameBoxes) {
      const chosen = new Set(state[name].split(','));
      for (const box of boxes) box.checked = chosen.has(box.value);
    }
    for (const day of days) day.value = state[day.id];
  }
  showHeads();
  const citations = counted(shown.citations.filter((citation) => shown.sources.has(citation.source)).length, 'citation');
  byID('status').textContent = say('%, %.', counted(shown.sources.size, 'source'),
    chosenPart() === 'all' ? citations : say('% in %', citations, saidPart())) + ' ' + letterCounts() + leftOut() + limits()
    + (shown.citations.length ? '' : ' ' + say('Nothing is cited here: choose other filters.'));
  byID('title').textContent = title();
}

// What the page is of: its title, and in a page that stands alone the letters that are chosen.
const ofAll = byID('title').textContent;
function title() {
  if (data.served) return ofAll;
  const chosen = [state.since && say('since %', state.since), state.until && say('until %', state.until),
    ...data.facets.map((facet) => state[facet.name] && facet.label + ' ' + state[facet.name].replaceAll(',', ', '))].filter(Boolean);
  return chosen.length ? say('%, filtered: %', ofAll, chosen.join('; ')) : ofAll;
}

// Letters that a filter leaves out because they do not say what it asks for; a page that stands alone knows but those that cite.
function leftOut() {
  const undated = data.served ? data.served.undated > 0 : state.since || state.until;
  const nameless = data.served ? data.served.withoutMinistry > 0 : state.ministry;
  return (undated ? ' ' + say('Letters without a date are left out.') : '')
    + (nameless ? ' ' + say('Letters without a ministry are left out.') : '');
}

// How many letters are drawn, match and are stored.
function letterCounts() {
  const isSeen = (node, side) => (data.side && data.side !== side) || (node && shown.nodes.has(node));
  const drawn = new Set(shown.citations.filter((citation) => isSeen(citation.from, 'letters') && isSeen(citation.to, 'sources'))
    .map((citation) => citation.letter));
  const isChosen = filterNames.some((name) => name !== 'in' && state[name] !== defaults[name]);
  const matched = isChosen ? new Set(shown.citations.map((citation) => citation.letter)).size : data.letterTotals[chosenPart()] ?? 0;
  return say('Letters: % in the picture, % that cite what is chosen, % in the store.', ...[drawn.size, matched, data.letterStored].map(grouped));
}

// A page of a large store holds a part of it, and says so.
function limits() {
  const kinds = chosenKinds();
  const part = chosenPart();
  const inKinds = (kind) => !kinds || kinds.has(kind);
  const held = data.sources.filter((source) => source.parts.includes(part) && inKinds(source.kind)).length;
  const total = Object.entries(data.sourceTotals[part] ?? {}).reduce((sum, [kind, number]) => sum + (inKinds(kind) ? number : 0), 0);
  const lacks = [];
  if (total > held) lacks.push(say('% of % sources, the most cited', grouped(held), grouped(total)));
  if (data.letterTotals.all > data.letters.length) {
    lacks.push(say('% of % letters, with what they cite', grouped(data.letters.length), grouped(data.letterTotals.all)));
  }
  return lacks.length ? ' ' + say('This page holds %.', lacks.length > 1 ? say('%, and %', ...lacks) : lacks[0]) : '';
}
