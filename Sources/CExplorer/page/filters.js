// Filters: kinds of source, the number of letters that cite, questions or answers.
const names = new Map(data.kinds.map((kind) => [kind.name, kind.label]));
const present = [...new Set(data.sources.map((source) => source.kind))].sort();

const partChoice = make('select', { id: 'part', onchange: () => choose({ in: partChoice.value }, true) },
  ...parts.map((part) => make('option', { value: part }, { answers: say('answers'), questions: say('questions') }[part] ?? say('questions, answers and other parts'))));
const least = make('input', {
  type: 'number', id: 'min', min: '1', max: '9999', onchange: () => choose({ min: Math.max(1, Math.trunc(Number(least.value)) || 1) }, true),
});
const kindBoxes = present.map((kind) => make('input', { type: 'checkbox', value: kind, onchange: chooseKinds }));

function chooseKinds() {
  const chosen = kindBoxes.filter((item) => item.checked).map((item) => item.value);
  choose({ kinds: chosen.length === present.length ? '' : chosen.join(',') || '-' }, true);
}

byID('filters').append(
  make('fieldset', {}, make('legend', {}, say('Kinds of source')), ...kindBoxes.map((item) => make('label', { class: item.value },
    item, make('span', { class: 'swatch' }), names.get(item.value) ?? item.value))),
  make('label', {}, say('Cited in'), partChoice),
  make('label', {}, say('by at least'), least, say('letters')),
  make('button', { type: 'button', onclick: () => choose({ kinds: '', min: 1, in: '' }, true) }, say('Reset')),
);
byID('filters').addEventListener('submit', (event) => event.preventDefault());

function showFilters() {
  const kinds = chosenKinds();
  for (const item of kindBoxes) item.checked = !kinds || kinds.has(item.value);
  partChoice.value = chosenPart();
  least.value = String(state.min);
  const drawn = shownNodes().length;
  const citations = shown.citations.filter((citation) => shown.sources.has(citation.source)).length;
  const [sources, letters] = [counted(shown.sources.size, 'source'), counted(shown.letters.size, 'letter')];
  const cited = counted(citations, 'citation');
  byID('status').textContent = say('% and %, %.', sources, letters,
    chosenPart() === 'all' ? cited : say('% in %', cited, saidPart())) + ' ' + say('% in the picture.', counted(drawn, 'node')) + limits();
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
  if (data.letterTotal > data.letters.length) {
    lacks.push(say('% of % letters, with what they cite', grouped(data.letters.length), grouped(data.letterTotal)));
  }
  return lacks.length ? ' ' + say('This page holds %.', lacks.length > 1 ? say('%, and %', ...lacks) : lacks[0]) : '';
}
