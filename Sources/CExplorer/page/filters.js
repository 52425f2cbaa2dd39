// Filters: kinds of source, the number of letters that cite, questions or answers.
const names = new Map(data.kinds.map((kind) => [kind.name, kind.label]));
const present = [...new Set(data.sources.map((source) => source.kind))].sort();

const partChoice = make('select', { id: 'part', onchange: () => choose({ in: partChoice.value }, true) },
  ...parts.map((part) => make('option', { value: part }, part === 'all' ? 'questions, answers and other parts' : part)));
const least = make('input', {
  type: 'number', id: 'min', min: '1', max: '9999', onchange: () => choose({ min: Math.max(1, Math.trunc(Number(least.value)) || 1) }, true),
});
const kindBoxes = present.map((kind) => make('input', { type: 'checkbox', value: kind, onchange: chooseKinds }));

function chooseKinds() {
  const chosen = kindBoxes.filter((item) => item.checked).map((item) => item.value);
  choose({ kinds: chosen.length === present.length ? '' : chosen.join(',') || '-' }, true);
}

byID('filters').append(
  make('fieldset', {}, make('legend', {}, 'Kinds of source'), ...kindBoxes.map((item) => make('label', { class: item.value },
    item, make('span', { class: 'swatch' }), names.get(item.value) ?? item.value))),
  make('label', {}, 'Cited in', partChoice),
  make('label', {}, 'by at least', least, 'letters'),
  make('button', { type: 'button', onclick: () => choose({ kinds: '', min: 1, in: '' }, true) }, 'Reset'),
);
byID('filters').addEventListener('submit', (event) => event.preventDefault());

function showFilters() {
  const kinds = chosenKinds();
  for (const item of kindBoxes) item.checked = !kinds || kinds.has(item.value);
  partChoice.value = chosenPart();
  least.value = String(state.min);
  const drawn = shownNodes().length;
  const citations = shown.citations.filter((citation) => shown.sources.has(citation.source)).length;
  byID('status').textContent = counted(shown.sources.size, 'source') + ' and ' + counted(shown.letters.size, 'letter')
    + ', ' + counted(citations, 'citation') + (chosenPart() === 'all' ? '' : ' in ' + chosenPart())
    + '. ' + counted(drawn, 'node') + ' in the picture.' + limits();
}

// A page of a large store holds a part of it, and says so.
function limits() {
  const kinds = chosenKinds();
  const part = chosenPart();
  const inKinds = (kind) => !kinds || kinds.has(kind);
  const held = data.sources.filter((source) => source.parts.includes(part) && inKinds(source.kind)).length;
  const total = Object.entries(data.sourceTotals[part] ?? {}).reduce((sum, [kind, number]) => sum + (inKinds(kind) ? number : 0), 0);
  const lacks = [];
  if (total > held) lacks.push(held.toLocaleString('en') + ' of ' + total.toLocaleString('en') + ' sources, the most cited');
  if (data.letterTotal > data.letters.length) {
    lacks.push(data.letters.length.toLocaleString('en') + ' of ' + data.letterTotal.toLocaleString('en') + ' letters, with what they cite');
  }
  return lacks.length ? ' This page holds ' + lacks.join(', and ') + '.' : '';
}
