// Search by number (35 165, 35165, kst-35165-97), title or letter.
const most = 30;
const squeezed = (text) => text.toLowerCase().normalize('NFD').replace(/[^\p{L}\p{N}]/gu, '');

const searchable = [...entities.values()].filter((entity) => entity.type !== 'answer').map((entity) => ({
  entity,
  words: squeezed([entity.label, entity.title, entity.item.name, entity.item.date ?? ''].join(' ')),
}));

// Each word somewhere; digits with blanks between count as one number.
function find(text) {
  const whole = squeezed(text);
  if (!whole) return [];
  const words = text.replace(/(\d)[ .](?=\d)/g, '$1').split(/[\s,]+/).map(squeezed).filter(Boolean);
  return searchable.filter((item) => item.words.includes(whole) || words.every((word) => item.words.includes(word)))
    .map((item) => item.entity);
}

const box = byID('search');
const list = byID('found');
let active = -1;

function showFound() {
  const found = find(state.q);
  const isOpen = document.activeElement === box && state.q.trim() !== '';
  list.replaceChildren(...found.slice(0, most).map((entity, index) => make('li', {
    role: 'option', id: 'found-' + index, 'data-key': entity.key, 'aria-selected': String(index === active),
    onpointerdown: (event) => { event.preventDefault(); pick(entity.key); },
  }, entity.label, make('div', { class: 'what' }, entity.type === 'letter' ? say('letter %', entity.title) : names.get(entity.title) ?? entity.title))));
  if (isOpen && found.length === 0) list.append(make('li', { role: 'option', 'aria-disabled': 'true' }, say('nothing found')));
  if (found.length > most) list.append(make('li', { role: 'option', 'aria-disabled': 'true' }, say('and % more', found.length - most)));
  // The picture holds a part of the store; a server can look in all of it.
  if (data.served) list.append(make('li', { role: 'option', id: 'find', onpointerdown: findInStore }, say('Search the whole store')));
  list.hidden = !isOpen;
  box.setAttribute('aria-expanded', String(isOpen));
  if (isOpen && active >= 0) box.setAttribute('aria-activedescendant', 'found-' + active);
  else box.removeAttribute('aria-activedescendant');
  const ids = new Set(found.map((entity) => entity.node));
  for (const [id, group] of nodes) group.classList.toggle('found', ids.has(id));
  if (box.value !== state.q) box.value = state.q;
}

function findInStore() { location.assign(servedAddress('/find', { q: state.q })); }

function pick(key) {
  box.blur();
  select(key);
}

box.addEventListener('input', () => { active = -1; choose({ q: box.value }); });
box.addEventListener('focus', showFound);
box.addEventListener('blur', showFound);
box.addEventListener('keydown', (event) => {
  const options = list.querySelectorAll('[data-key]');
  if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
    active = Math.max(-1, Math.min(options.length - 1, active + (event.key === 'ArrowDown' ? 1 : -1)));
    showFound();
  } else if (event.key === 'Escape') choose({ q: '' });
  else return;
  event.preventDefault();
});
byID('search-form').addEventListener('submit', (event) => {
  event.preventDefault();
  const options = list.querySelectorAll('[data-key]');
  const option = options[Math.max(0, active)];
  if (option) pick(option.dataset.key);
  else if (data.served) findInStore();
});
