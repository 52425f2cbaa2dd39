// What is selected, in full: who cites it where, with quotes.
const panel = byID('details');

// A sentence with the citation marked in it; blanks may differ where a letter breaks its lines.
function marked(sentence, quote) {
  const pattern = quote.trim().split(/\s+/).map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+');
  const found = pattern ? sentence.match(new RegExp(pattern)) : null;
  if (!found) return [sentence];
  return [sentence.slice(0, found.index), make('mark', {}, found[0]), sentence.slice(found.index + found[0].length)];
}

function quote(citation) {
  const place = [citation.unit, citation.note && say('note %', citation.note), citation.page && say('page %', citation.page),
    say('line %', citation.line), citation.locator].filter(Boolean).join(', ');
  return make('li', { class: 'citation' }, make('div', { class: 'place' }, place),
    citation.context ? make('blockquote', { lang: 'nl' }, citation.context) : null,
    make('blockquote', { lang: 'nl' }, ...marked(citation.sentence, citation.quote)));
}

// Citations under the other end of each: letters for a source, sources for a letter.
function groups(entity, citations) {
  const byOther = new Map();
  for (const citation of citations) {
    const key = entity.type === 'source' ? 'letter:' + data.letters[citation.letter].name
      : 'source:' + data.sources[citation.source].name;
    byOther.set(key, [...(byOther.get(key) ?? []), citation]);
  }
  return [...byOther].flatMap(([key, list]) => [make('h3', {}, selector(key)), make('ol', {}, ...list.map(quote))]);
}

function facts(entity) {
  const rows = [];
  const add = (name, value) => { if (value) rows.push(make('dt', {}, name), make('dd', {}, value)); };
  const item = entity.item;
  if (entity.type === 'source') {
    const [letters, units, citations] = counts(item);
    add(say('kind'), names.get(item.kind) ?? item.kind);
    add(say('id'), item.name);
    add(say('doubted'), item.doubt && say('perhaps %', item.doubt));
    add(say('cited'), say('%, in % of %', counted(citations, 'time'), countedUnits(units), counted(letters, 'letter')));
  } else if (entity.type === 'letter') {
    add(say('subject'), item.subject);
    add(say('answered'), item.date);
    add(say('letter'), item.name);
  }
  if (item.page) add(say('official page'), pageLink(item.page));
  if (!isDrawn(entity)) add(say('picture'), say('it is not in this one'));
  if (data.served && entity.type !== 'answer') {
    add(say('another picture'), make('a', { href: servedAddress('/around', { id: item.name }) }, say('around it')));
  }
  return make('dl', {}, ...rows);
}

// Answers that an answer refers to, and those that refer to it.
function references(entity) {
  if (entity.type !== 'answer') return null;
  const name = (index) => 'answer:' + data.letters[data.units[index].letter].name + '/' + data.units[index].name;
  const rows = data.references.flatMap(({ from, to }) => (from === entity.index ? [[say('Refers to'), to]]
    : to === entity.index ? [[say('Referred to by'), from]] : []));
  return rows.length ? make('ol', {}, ...rows.map(([words, index]) => make('li', {}, words + ' ', selector(name(index))))) : null;
}

function ties(entity) {
  const found = data.ties.filter((tie) => (tie.from === entity.node || tie.to === entity.node) && shown.edges.has(tie.from + '-' + tie.to));
  if (!found.length) return null;
  const other = (index) => (data.side === 'letters' ? 'source:' + data.sources[index].name : 'letter:' + data.letters[index].name);
  return make('section', {}, make('h3', {}, say('Joined to')), make('ol', {}, ...found.map((tie) => make('li', {},
    selector(entityOfNode.get(tie.from === entity.node ? tie.to : tie.from)), ' ' + say('by') + ' ',
    ...tie.shared.slice(0, 20).flatMap((index, place) => [place ? '; ' : '', selector(other(index))])))));
}

// What the list of citations lacks, so that nobody takes it for all there is.
function missing(entity, citations) {
  if (entity.type === 'letter') {
    const omitted = Object.entries(entity.item.omitted[chosenPart()] ?? {});
    if (!omitted.length) return null;
    const total = omitted.reduce((sum, [, number]) => sum + number, 0);
    return make('p', { class: 'more' }, say('And % that this page leaves out: %.', counted(total, 'citation'),
      omitted.map(([kind]) => names.get(kind) ?? say(kind)).sort().join(', ')));
  }
  const more = entity.type === 'source' ? counts(entity.item)[2] - citations.length : 0;
  return more > 0 ? make('p', { class: 'more' }, say('And % in letters that this page does not hold.', counted(more, 'citation'))) : null;
}

// What was selected is read: it is brought into sight, where a long table hides it.
let lastSelected = '';
function bringIntoSight() {
  const isNew = state.sel && state.sel !== lastSelected;
  lastSelected = state.sel;
  const { top, bottom } = panel.getBoundingClientRect();
  if (isNew && !panel.hidden && (bottom < 60 || top < 0 || top > innerHeight - 80)) panel.scrollIntoView({ block: 'start' });
}

function showDetails() {
  const entity = entities.get(state.sel);
  panel.hidden = !entity;
  if (!entity) return panel.replaceChildren();
  const citations = citationsOf(entity);
  const citing = entity.type === 'letter'
    ? shown.citations.filter((citation) => data.sources[citation.source].letter === entity.item.name) : [];
  panel.replaceChildren(
    make('button', { type: 'button', class: 'bar', id: 'close', 'aria-label': say('Close'), onclick: () => choose({ sel: '' }, true) }, '×'),
    make('h2', {}, entity.label), facts(entity),
    make('p', {}, citations.length ? (entity.type === 'source' ? say('Cited by') : say('Cites')) : say('No citation is shown here: see the filters.')),
    references(entity) ?? '',
    ...groups(entity, citations), missing(entity, citations) ?? '',
    ...(citing.length ? [make('h3', {}, say('Cited by')), ...groups({ type: 'source' }, citing)] : []),
    ties(entity) ?? '',
  );
}
