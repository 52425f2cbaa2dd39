// Elements of the page. Words of letters go in as text, never as markup.
const byID = (id) => document.getElementById(id);

// Text of letters without what turns the direction of all that follows, and without control characters.
const harmless = (child) => typeof child === 'string' ? child.replace(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/g, '') : child;

// make('button', { class: 'link', type: 'button', onclick }, 'words', another)
function make(tag, properties = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(properties)) {
    if (value === undefined || value === null || value === false) continue;
    if (name.startsWith('on')) element.addEventListener(name.slice(2), value);
    else element.setAttribute(name, value === true ? '' : value);
  }
  element.append(...children.filter((child) => child !== null && child !== undefined && child !== '').map(harmless));
  return element;
}

// A button that selects; what can be selected is also in the picture.
function selector(key) {
  const entity = entities.get(key);
  return make('button', { type: 'button', class: 'link', 'data-key': key, onclick: () => select(key) }, entity.label);
}

// A link to an official page; an address of another kind is shown as words.
function pageLink(address) {
  let scheme = '';
  try { scheme = new URL(address).protocol; } catch { /* no address */ }
  if (scheme !== 'https:' && scheme !== 'http:') return document.createTextNode(address);
  return make('a', { href: address, target: '_blank', rel: 'noopener noreferrer' }, address);
}

// An address of the server that made the page, with the filters of this one.
function servedAddress(path, words) {
  const rest = data.served.query ? '&' + data.served.query : '';
  return path + '?' + new URLSearchParams(words) + rest;
}
