// Moving and zooming: the part of the picture that is looked at, in points of the picture, as x, y and width.
const [, , fullWidth, fullHeight] = svg.getAttribute('viewBox').split(/[ ,]+/).map(Number);
svg.removeAttribute('width');
svg.removeAttribute('height');
let view = null;
let wasDragged = false;

const ratio = () => Math.max(0.1, svg.clientHeight / Math.max(1, svg.clientWidth));

function wholeView() {
  const width = Math.max(fullWidth, fullHeight / ratio());
  return { x: (fullWidth - width) / 2, y: (fullHeight - width * ratio()) / 2, width };
}

function setView(next, keeps = true) {
  // Whole points, so that the address gives exactly the same view.
  const width = Math.round(Math.min(Math.max(next.width, 60), 4 * Math.max(fullWidth, fullHeight / ratio())));
  view = { x: Math.round(next.x), y: Math.round(next.y), width };
  svg.setAttribute('viewBox', [view.x, view.y, width, width * ratio()].map((part) => part.toFixed(1)).join(' '));
  if (!keeps) return;
  state.view = [view.x, view.y, width].join(',');
  clearTimeout(setView.timer);
  setView.timer = setTimeout(() => writeState(false), 200);
}

// What is seen first: all that is shown, or as much of it around what is cited most as can be read.
const leastText = 9;
function firstView() {
  setView(wholeView(), false);
  const left = shownNodes();
  if (!left.length) return;
  const frame = svg.getBoundingClientRect();
  const scale = view.width / frame.width;
  const place = (node) => {
    const box = node.getBoundingClientRect();
    return { left: view.x + (box.left - frame.left) * scale, right: view.x + (box.right - frame.left) * scale,
      top: view.y + (box.top - frame.top) * scale, bottom: view.y + (box.bottom - frame.top) * scale };
  };
  const places = left.map(place);
  const isAll = left.length === nodes.size - legendNodes;
  const edge = (side, pick) => pick(...places.map((box) => box[side]));
  const all = isAll ? { left: 0, top: 0, right: fullWidth, bottom: fullHeight }
    : { left: edge('left', Math.min) - 20, top: edge('top', Math.min) - 20, right: edge('right', Math.max) + 20, bottom: edge('bottom', Math.max) + 20 };
  const sizes = [...svg.querySelectorAll('text')].map((text) => Number(text.getAttribute('font-size'))).sort((a, b) => a - b);
  const readable = (sizes[sizes.length >> 1] ?? Infinity) * svg.clientWidth / leastText;
  const width = Math.min(Math.max(all.right - all.left, (all.bottom - all.top) / ratio()), readable);
  const first = data.sources.filter((source) => nodes.has(source.id) && shown.nodes.has(source.id)).sort(byRank)[0];
  const middle = place(nodes.get(first?.id) ?? left[0]);
  // Not beyond the edges, where there is nothing; what is smaller stands in the middle.
  const start = (centre, size, from, to) => (size > to - from ? (from + to - size) / 2 : Math.max(from, Math.min(to - size, centre - size / 2)));
  setView({
    x: start((middle.left + middle.right) / 2, width, all.left, all.right),
    y: start((middle.top + middle.bottom) / 2, width * ratio(), all.top, all.bottom), width,
  }, false);
}

// The view of the address bar, or the first.
function restoreView() {
  const [x, y, width] = state.view.split(',').map(Number);
  if (state.view === 'whole') setView(wholeView(), false);
  else if (state.view && [x, y, width].every(Number.isFinite) && width > 0) setView({ x, y, width }, false);
  else firstView();
}

function fit() {
  state.view = 'whole';
  setView(wholeView(), false);
  writeState(false);
}

// Around a point of the screen, or the middle.
function zoom(factor, clientX, clientY) {
  const box = svg.getBoundingClientRect();
  const across = clientX === undefined ? 0.5 : (clientX - box.left) / box.width;
  const down = clientY === undefined ? 0.5 : (clientY - box.top) / box.height;
  const width = view.width / factor;
  setView({
    x: view.x + (view.width - width) * across, y: view.y + (view.width - width) * ratio() * down, width,
  });
}

// Brings a node into sight, large enough to be read.
function reveal(node) {
  const box = svg.getBoundingClientRect();
  const place = node.getBoundingClientRect();
  const scale = view.width / box.width;
  const isIn = place.left >= box.left && place.right <= box.right && place.top >= box.top && place.bottom <= box.bottom;
  if (isIn && scale < 1.6) return;
  const x = view.x + ((place.left + place.right) / 2 - box.left) * scale;
  const y = view.y + ((place.top + place.bottom) / 2 - box.top) * scale;
  const width = Math.min(view.width, box.width * 1.1);
  setView({ x: x - width / 2, y: y - (width * ratio()) / 2, width });
}

// Where the page is longer than the screen, the wheel scrolls it.
const isLong = matchMedia('(max-width: 760px)');
svg.addEventListener('wheel', (event) => {
  if (isLong.matches && !event.ctrlKey) return;
  event.preventDefault();
  zoom(Math.exp(-event.deltaY * (event.deltaMode ? 0.05 : 0.0015)), event.clientX, event.clientY);
}, { passive: false });

// One finger or the mouse moves, two fingers zoom.
const pointers = new Map();
svg.addEventListener('pointerdown', (event) => {
  if (event.button !== 0) return;
  if (pointers.size === 0) wasDragged = false;
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
});
addEventListener('pointermove', (event) => {
  const last = pointers.get(event.pointerId);
  if (!last) return;
  const [dx, dy] = [event.clientX - last.x, event.clientY - last.y];
  if (!wasDragged && Math.hypot(dx, dy) < 4) return;
  wasDragged = true;
  svg.classList.add('dragged');
  const other = [...pointers].find(([id]) => id !== event.pointerId)?.[1];
  if (other) {
    const before = Math.hypot(last.x - other.x, last.y - other.y);
    const after = Math.hypot(event.clientX - other.x, event.clientY - other.y);
    if (before > 0 && after > 0) zoom(after / before, (event.clientX + other.x) / 2, (event.clientY + other.y) / 2);
  } else {
    const scale = view.width / svg.clientWidth;
    setView({ x: view.x - dx * scale, y: view.y - dy * scale, width: view.width });
  }
  pointers.set(event.pointerId, { x: event.clientX, y: event.clientY });
});
for (const end of ['pointerup', 'pointercancel']) {
  addEventListener(end, (event) => {
    pointers.delete(event.pointerId);
    svg.classList.remove('dragged');
  });
}
svg.addEventListener('dragstart', (event) => event.preventDefault());
new ResizeObserver(() => { if (view) restoreView(); }).observe(byID('picture'));
byID('zoom-in').addEventListener('click', () => zoom(1.4));
byID('zoom-out').addEventListener('click', () => zoom(1 / 1.4));
byID('zoom-fit').addEventListener('click', fit);
