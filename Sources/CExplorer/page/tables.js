// The tables of `kvgraph top` and `kvgraph shared`, and the letters; a click on a row selects, a selection marks its row.
// A column is a name that an address may hold, the value of a row, a heading, which may change with the filters, and what
// the cell holds where that is not the value alone.
const sourceColumns = [
  ['source', (row) => row.label, () => say('source')],
  ['letters', (row) => counts(row)[0], () => say('letters')], ['answers', (row) => counts(row)[1], saidPart],
  ['citations', (row) => counts(row)[2], () => say('citations')],
];
// A source cited by many is known by the first of them.
const mostCiting = 12;
const tables = {
  top: { title: say('Most cited'), prefix: 'source:', columns: sourceColumns, sort: '-letters',
    rows: () => data.sources.filter((source, index) => shown.sources.has(index)).sort(byRank) },
  shared: { title: say('Shared'), prefix: 'source:', sort: '-letters',
    columns: [sourceColumns[0], sourceColumns[1], ['by', (row) => citing(row).map((letter) => letter.label).join('; '), () => say('cited by'), citingCell]],
    rows: () => data.sources.filter((source, index) => shown.sources.has(index) && counts(source)[0] > 1).sort(byRank) },
  letters: { title: say('Letters'), prefix: 'letter:', sort: 'letter',
    columns: [['letter', (row) => row.label, () => say('letter')], ['date', (row) => row.date ?? '', () => say('date')],
      ['sources', (row) => citedBy(row), () => say('sources')]],
    rows: () => data.letters.filter((letter, index) => shown.letters.has(index)) },
};

// The letters that cite each source, as far as the page holds them, in the order of the page.
let citingLetters = new Map();
function countCiting() {
  citingLetters = new Map();
  for (const { source, letter } of shown.citations) {
    citingLetters.set(data.sources[source], (citingLetters.get(data.sources[source]) ?? new Set()).add(letter));
  }
}
const citing = (source) => [...citingLetters.get(source) ?? []].sort((a, b) => a - b).map((index) => data.letters[index]);

function citingCell(source) {
  const letters = citing(source).slice(0, mostCiting);
  const more = counts(source)[0] - letters.length;
  return [make('ul', {}, ...letters.map((letter) => make('li', {}, selector('letter:' + letter.name))),
    more > 0 ? make('li', { class: 'absent' }, say('and % more', grouped(more))) : null)];
}

const citedBy = (letter) => new Set(citationsOf(entities.get('letter:' + letter.name)).map((citation) => citation.source)).size;
// Said of what could have a node and has none; where letters alone are drawn, no source has.
function absence(key) {
  const entity = entities.get(key);
  const isOtherSide = data.side && data.side !== entity.type + 's';
  return isDrawn(entity) || isOtherSide ? null : make('div', { class: 'absent' }, say('not in the picture'));
}
// What a source is, below what it is called.
const kindOf = (row) => (row.kind ? make('div', { class: 'kind' }, names.get(row.kind) ?? row.kind) : null);
const collator = new Intl.Collator('nl', { numeric: true });

// The order of `kvgraph top`: letters, answers, citations, id.
function byRank(a, b) {
  const place = counts(a).findIndex((count, index) => count !== counts(b)[index]);
  return place < 0 ? (a.name < b.name ? -1 : 1) : counts(b)[place] - counts(a)[place];
}

// Ties stay in the order of the rows.
function sorted(table, rows, order) {
  const isDown = order.startsWith('-');
  const value = table.columns.find(([name]) => name === order.replace(/^-/, ''))?.[1] ?? table.columns[0][1];
  const keyed = rows.map((row) => [value(row), row]);
  keyed.sort(([a], [b]) => (typeof a === 'number' ? a - b : collator.compare(a, b)) * (isDown ? -1 : 1));
  return keyed.map(([, row]) => row);
}

const shownTable = () => (Object.hasOwn(tables, state.table) ? state.table : 'top');

function openTable(key) {
  choose({ table: key, sort: '' }, true);
  byID('tab-' + key).focus();
}

function showTables() {
  countCiting();
  const name = shownTable();
  const table = tables[name];
  const isKnown = table.columns.some(([column]) => column === state.sort.replace(/^-/, ''));
  const order = isKnown ? state.sort : table.sort;
  byID('tabs').replaceChildren(...Object.entries(tables).map(([key, item]) => make('button', {
    type: 'button', role: 'tab', id: 'tab-' + key, 'aria-selected': String(key === name), 'aria-controls': 'table',
    tabindex: key === name ? '0' : '-1', onclick: () => openTable(key),
  }, item.title)));
  const rows = table.rows();
  const head = table.columns.map(([column, , heading]) => {
    const isSorted = order.replace(/^-/, '') === column;
    const isNumber = rows.length > 0 && typeof table.columns.find(([item]) => item === column)[1](rows[0]) === 'number';
    const next = isSorted ? (order.startsWith('-') ? column : '-' + column) : (isNumber ? '-' : '') + column;
    const direction = order.startsWith('-') ? 'descending' : 'ascending';
    return make('th', { scope: 'col', class: isNumber ? 'number' : '', 'aria-sort': isSorted ? direction : 'none' },
      make('button', { type: 'button', 'data-sort': column, onclick: () => choose({ sort: next }) },
        heading() + (isSorted ? (order.startsWith('-') ? ' ↓' : ' ↑') : '')));
  });
  const body = sorted(table, rows, order).map((row) => {
    const key = table.prefix + row.name;
    const cells = table.columns.map(([, value, heading, cell], place) => {
      const content = place === 0 ? [selector(key), kindOf(row), absence(key)] : cell ? cell(row) : [String(value(row))];
      return make('td', { class: typeof value(row) === 'number' ? 'number' : place && !cell ? 'short' : null, 'data-heading': place ? heading() : null }, ...content);
    });
    return make('tr', { 'data-row': key, 'aria-current': key === state.sel ? 'true' : false }, ...cells);
  });
  byID('table').setAttribute('aria-labelledby', 'tab-' + name);
  byID('table').replaceChildren(make('table', {}, make('thead', {}, make('tr', {}, ...head)), make('tbody', {}, ...body)),
    rows.length ? '' : make('p', {}, say('Nothing to list here.')));
}

// Arrows go from one tab to the next.
byID('tabs').addEventListener('keydown', (event) => {
  const step = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
  if (!step) return;
  event.preventDefault();
  const keys = Object.keys(tables);
  openTable(keys[(keys.indexOf(shownTable()) + step + keys.length) % keys.length]);
});
