// What the user has chosen. All of it stands in the address bar, so that a view can be sent to a colleague:
// #sel=source:kst-35165-97&in=answers&min=2
const defaults = Object.freeze({
  q: '', sel: '', kinds: '', min: data.least, in: '', table: 'top', sort: '', theme: '', view: '',
  since: '', until: '', ministry: '', party: '', asker: '', minister: '',
});
// What makes a filter: the rest is only how it is looked at.
const filterNames = ['kinds', 'min', 'in', 'since', 'until', 'ministry', 'party', 'asker', 'minister'];
const state = { ...defaults };
const listeners = [];

// Words from an address are somebody else's: only known names are taken, and numbers are made numbers.
function readState() {
  const words = new URLSearchParams(location.hash.slice(1));
  for (const name of Object.keys(defaults)) state[name] = words.get(name) ?? defaults[name];
  state.min = Math.max(1, Math.min(9999, Math.trunc(Number(state.min)) || data.least));
}

function writeState(isStep) {
  const words = new URLSearchParams();
  for (const [name, value] of Object.entries(state)) {
    if (String(value) !== String(defaults[name])) words.set(name, value);
  }
  const address = '#' + words;
  if (address === (location.hash || '#')) return;
  history[isStep ? 'pushState' : 'replaceState'](null, '', address);
}

// A choice is made: the address follows, then everything that shows it. A step can be undone with the back button.
function choose(patch, isStep = false) {
  Object.assign(state, patch);
  writeState(isStep);
  for (const listener of listeners) listener(Object.keys(patch));
}

function onChoice(listener) { listeners.push(listener); }

addEventListener('popstate', () => {
  readState();
  for (const listener of listeners) listener(Object.keys(defaults));
});
