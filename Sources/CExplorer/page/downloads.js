// What is seen, as files: the table as CSV with the columns of the command, the picture as SVG and PNG with what the filters leave.
function save(name, parts, type) {
  const address = URL.createObjectURL(new Blob(parts, { type }));
  make('a', { href: address, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(address), 60000);
}

// The columns of `kvgraph top`, `shared` and `letters`, as far as the page knows them.
const sourceFields = [
  ['id', (row) => row.name], ['letters', (row) => counts(row)[0]], ['answers', (row) => counts(row)[1]],
  ['citations', (row) => counts(row)[2]], ['kind', (row) => row.kind], ['label', (row) => row.plain], ['url', (row) => row.page],
  ['title', (row) => row.title],
];
const fields = {
  top: [...sourceFields, ['doubt', (row) => row.doubt]],
  shared: [...sourceFields, ['cited_by', (row) => citing(row).map((letter) => letter.name).join('; ')], ['doubt', (row) => row.doubt]],
  letters: [['letter', (row) => row.name], ['label', (row) => row.label], ['date', (row) => row.date],
    ['subject', (row) => row.subject], ['sources', (row) => citedBy(row)]],
};

// A text that a spreadsheet would take for a formula begins with an apostrophe.
function cell(value) {
  const text = typeof value === 'string' && /^[=+\-@\t\r]/.test(value) ? "'" + value : String(value ?? '');
  return /[",\r\n]/.test(text) ? '"' + text.replaceAll('"', '""') + '"' : text;
}

function csv() {
  const name = shownTable();
  const order = tables[name].columns.some(([column]) => column === state.sort.replace(/^-/, '')) ? state.sort : tables[name].sort;
  const rows = sorted(tables[name], tables[name].rows(), order).map((row) => fields[name].map(([, value]) => cell(value(row))));
  return [fields[name].map(([heading]) => heading), ...rows].map((row) => row.join(',') + '\r\n');
}

// The whole picture as it is seen, with its colours in it: a style sheet does not go with a file.
function pictureFile() {
  const copy = svg.cloneNode(true);
  const elements = [...copy.querySelectorAll('*')];
  [...svg.querySelectorAll('*')].forEach((element, place) => {
    const seen = getComputedStyle(element);
    for (const name of ['fill', 'stroke', 'stroke-width', 'opacity']) {
      if (element instanceof SVGGraphicsElement && seen[name]) elements[place].style[name] = seen[name];
    }
  });
  for (const element of copy.querySelectorAll('.away')) element.remove();
  for (const element of copy.querySelectorAll('[tabindex], [role]')) for (const name of ['tabindex', 'role', 'aria-pressed']) element.removeAttribute(name);
  for (const anchor of copy.querySelectorAll('a[data-page]')) {
    if (anchor.dataset.page) anchor.setAttributeNS('http://www.w3.org/1999/xlink', 'xlink:href', anchor.dataset.page);
    anchor.removeAttribute('data-page');
  }
  // The picture's own title says what was chosen since it was drawn.
  const heading = [...copy.querySelectorAll('g.graph > text')].find((text) => text.textContent.trim() === ofAll.split('\n')[0].trim());
  if (heading) heading.textContent = title();
  const ground = document.createElementNS(svg.namespaceURI, 'rect');
  const whole = { x: 0, y: 0, width: fullWidth, height: fullHeight };
  for (const [name, value] of Object.entries(whole)) ground.setAttribute(name, value);
  ground.style.fill = getComputedStyle(document.body).backgroundColor;
  copy.prepend(ground);
  copy.setAttribute('viewBox', Object.values(whole).join(' '));
  copy.setAttribute('width', fullWidth);
  copy.setAttribute('height', fullHeight);
  copy.removeAttribute('class');
  return new XMLSerializer().serializeToString(copy);
}

// No browser draws a canvas of more dots than this.
const mostDots = 16e6;

function savePNG() {
  const address = URL.createObjectURL(new Blob([pictureFile()], { type: 'image/svg+xml' }));
  const scale = Math.min(2, Math.sqrt(mostDots / (fullWidth * fullHeight)));
  const image = new Image();
  image.onload = () => {
    const canvas = make('canvas', { width: Math.ceil(fullWidth * scale), height: Math.ceil(fullHeight * scale) });
    canvas.getContext('2d').drawImage(image, 0, 0, canvas.width, canvas.height);
    canvas.toBlob((blob) => save('kvgraph.png', [blob], 'image/png'), 'image/png');
    URL.revokeObjectURL(address);
  };
  image.src = address;
}

// With a mark that says it is UTF-8: spreadsheets ask for one.
byID('save-csv').addEventListener('click', () => save('kvgraph-' + shownTable() + '.csv', ['\ufeff', ...csv()], 'text/csv;charset=utf-8'));
byID('save-svg').addEventListener('click', () => save('kvgraph.svg', [pictureFile()], 'image/svg+xml'));
byID('save-png').addEventListener('click', savePNG);
