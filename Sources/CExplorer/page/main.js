// Everything that shows a choice, in the order in which it depends on each other.
function showAll(changed) {
  if (changed.some((name) => filterNames.includes(name))) applyFilters();
  if (changed.includes('theme')) document.documentElement.style.colorScheme = ['light', 'dark'].includes(state.theme) ? state.theme : '';
  paintPicture();
  showFilters();
  showDetails();
  showTables();
  showFound();
  // Last: the filters above the picture take of its height. What a filter leaves is looked for, unless a view was chosen.
  if (changed.includes('view') || (!state.view && changed.some((name) => filterNames.includes(name)))) restoreView();
  bringIntoSight();
}

byID('theme').addEventListener('click', () => {
  const isDark = state.theme ? state.theme === 'dark' : matchMedia('(prefers-color-scheme: dark)').matches;
  choose({ theme: isDark ? 'light' : 'dark' });
});
byID('skip').addEventListener('click', (event) => {
  event.preventDefault();
  byID('panel').focus();
});

onChoice(showAll);
readState();
if (matchMedia('(min-width: 761px)').matches) byID('filter-box').open = true;
showAll(Object.keys(defaults));
// An address with a selection and no view: what is selected can be read.
if (state.sel && !state.view && entities.has(state.sel)) {
  const node = nodes.get(entities.get(state.sel).node);
  if (node) reveal(node);
}
document.documentElement.dataset.ready = 'true';
