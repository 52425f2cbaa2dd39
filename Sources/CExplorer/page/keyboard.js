// Keys in the picture: arrows go to the nearest node on that side, Enter opens it.
const directions = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

const middle = (node) => {
  const box = node.getBoundingClientRect();
  return [(box.left + box.right) / 2, (box.top + box.bottom) / 2];
};

function nextNode(from, [right, down]) {
  const [x, y] = middle(from);
  let best = null;
  let least = Infinity;
  for (const node of shownNodes()) {
    if (node === from) continue;
    const [dx, dy] = [middle(node)[0] - x, middle(node)[1] - y];
    const along = dx * right + dy * down;
    const aside = Math.abs(dx * down) + Math.abs(dy * right);
    if (along <= 1) continue;
    if (along + 2 * aside < least) [best, least] = [node, along + 2 * aside];
  }
  return best;
}

svg.addEventListener('keydown', (event) => {
  const node = event.target.closest('g.node');
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  if (directions[event.key] && node) {
    const next = nextNode(node, directions[event.key]);
    next?.focus();
    if (next) reveal(next);
  } else if ((event.key === 'Enter' || event.key === ' ') && node) {
    choose({ sel: entityOfNode.get(node.id) ?? '' }, true);
  } else if (event.key === '+' || event.key === '=') zoom(1.4);
  else if (event.key === '-') zoom(1 / 1.4);
  else if (event.key === '0') fit();
  else return;
  event.preventDefault();
});

addEventListener('keydown', (event) => {
  if (event.key === 'Escape' && state.sel && event.target.id !== 'search') choose({ sel: '' }, true);
});
