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
  const place = [citation.unit, citation.note && 'note ' + citation.note, citation.page && 'page ' + citation.page,
    'line ' + citation.line, citation.locator].filter(Boolean).join(', ');
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
    add('kind', names.get(item.kind) ?? item.kind);
    add('id', item.name);
    add('doubted', item.doubt && 'perhaps ' + item.doubt);
    add('cited', counted(citations, 'time') + ', in ' + counted(units, unitWord()) + ' of ' + counted(letters, 'letter'));
  } else if (entity.type === 'letter') {
    add('subject', item.subject);
    add('answered', item.date);
    add('letter', item.name);
  }
  if (item.page) add('official page', pageLink(item.page));
  if (!isDrawn(entity)) add('picture', 'it is not in this one');
  if (data.isServed && entity.type !== 'answer') {
    add('another picture', make('a', { href: '/around?id=' + encodeURIComponent(item.name) }, 'around it'));
  }
  return make('dl', {}, ...rows);
}

// Answers that an answer refers to, and those that refer to it.
function references(entity) {
  if (entity.type !== 'answer') return null;
  const name = (index) => 'answer:' + data.letters[data.units[index].letter].name + '/' + data.units[index].name;
  const rows = data.references.flatMap(({ from, to }) => (from === entity.index ? [['Refers to ', to]]
    : to === entity.index ? [['Referred to by ', from]] : []));
  return rows.length ? make('ol', {}, ...rows.map(([words, index]) => make('li', {}, words, selector(name(index))))) : null;
}

function ties(entity) {
  const found = data.ties.filter((tie) => (tie.from === entity.node || tie.to === entity.node) && shown.edges.has(tie.from + '-' + tie.to));
  if (!found.length) return null;
  const other = (index) => (data.side === 'letters' ? 'source:' + data.sources[index].name : 'letter:' + data.letters[index].name);
  return make('section', {}, make('h3', {}, 'Joined to'), make('ol', {}, ...found.map((tie) => make('li', {},
    selector(entityOfNode.get(tie.from === entity.node ? tie.to : tie.from)), ' by ',
    ...tie.shared.slice(0, 20).flatMap((index, place) => [place ? '; ' : '', selector(other(index))])))));
}

// What the list of citations lacks, so that nobody takes it for all there is.
function missing(entity, citations) {
  if (entity.type === 'letter') {
    const omitted = Object.entries(entity.item.omitted[chosenPart()] ?? {});
    if (!omitted.length) return null;
    const total = omitted.reduce((sum, [, number]) => sum + number, 0);
    return make('p', { class: 'more' }, 'And ' + counted(total, 'citation') + ' that this page leaves out: '
      + omitted.map(([kind]) => names.get(kind) ?? kind).sort().join(', ') + '.');
  }
  const more = entity.type === 'source' ? counts(entity.item)[2] - citations.length : 0;
  return more > 0 ? make('p', { class: 'more' }, 'And ' + counted(more, 'citation') + ' in letters that this page does not hold.') : null;
}

function showDetails() {
  const entity = entities.get(state.sel);
  panel.hidden = !entity;
  if (!entity) return panel.replaceChildren();
  const citations = citationsOf(entity);
  const citing = entity.type === 'letter'
    ? shown.citations.filter((citation) => data.sources[citation.source].letter === entity.item.name) : [];
  panel.replaceChildren(
    make('button', { type: 'button', class: 'bar', id: 'close', 'aria-label': 'Close', onclick: () => choose({ sel: '' }, true) }, '×'),
    make('h2', {}, entity.label), facts(entity),
    make('p', {}, citations.length ? (entity.type === 'source' ? 'Cited by' : 'Cites') : 'No citation is shown here: see the filters.'),
    references(entity) ?? '',
    ...groups(entity, citations), missing(entity, citations) ?? '',
    ...(citing.length ? [make('h3', {}, 'Cited by'), ...groups({ type: 'source' }, citing)] : []),
    ties(entity) ?? '',
  );
}
