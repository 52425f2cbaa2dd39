"""The explorer for everyone: on a phone, in the dark, by keyboard, with a screen reader; and what can be taken home from it."""

import csv
import io
import os
import unittest
import xml.etree.ElementTree

from explorer_case import DEFAULT_KINDS, READY, SHOWN, ExplorerCase, is_front_page, kvgraph
from webdriver import Browser

# What an audit asks of each element that can be used or has a role.
AUDIT = """
const faults = [];
const isSeen = (element) => element.getClientRects().length > 0;
const named = (element) => (element.getAttribute('aria-label') || element.labels?.[0]?.textContent || element.textContent || '').trim();
for (const element of document.querySelectorAll('button, a[href], input, select, [role=button], [role=tab], summary'))
  if (isSeen(element) && !named(element)) faults.push('no name: ' + element.outerHTML.slice(0, 80));
const ids = [...document.querySelectorAll('[id]')].map((element) => element.id);
for (const id of new Set(ids)) if (ids.filter((other) => other === id).length > 1) faults.push('twice: ' + id);
for (const name of ['aria-controls', 'aria-labelledby', 'aria-activedescendant', 'for'])
  for (const element of document.querySelectorAll(`[${name}]`))
    for (const id of element.getAttribute(name).split(' ')) if (!document.getElementById(id)) faults.push(name + ' leads nowhere: ' + id);
const inside = { tab: 'tablist', option: 'listbox' };
for (const [role, owner] of Object.entries(inside))
  for (const element of document.querySelectorAll(`[role=${role}]`)) if (!element.closest(`[role=${owner}]`)) faults.push(role + ' outside ' + owner);
if (document.querySelectorAll('[role=tab][aria-selected=true]').length !== 1) faults.push('one tab is selected');
if (document.querySelectorAll('h1').length !== 1 || document.querySelectorAll('main').length !== 1) faults.push('one h1, one main');
if (!document.documentElement.lang) faults.push('no language');
for (const table of document.querySelectorAll('table')) if (!table.querySelector('th[scope]')) faults.push('no headings');
const colour = (text) => {
  const [red, green, blue, alpha] = text.match(/[\\d.]+/g).map(Number);
  return { parts: [red, green, blue].map((part) => (part /= 255) <= 0.03928 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4), alpha: alpha ?? 1 };
};
const light = ({ parts: [red, green, blue] }) => 0.2126 * red + 0.7152 * green + 0.0722 * blue;
const ground = (element) => {
  for (; element; element = element.parentElement) {
    const found = getComputedStyle(element).backgroundColor;
    if (colour(found).alpha > 0) return found;
  }
  return 'rgb(255, 255, 255)';
};
const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
while (walker.nextNode()) {
  const element = walker.currentNode.parentElement;
  if (!walker.currentNode.textContent.trim() || element.closest('script, style, noscript') || !isSeen(element)) continue;
  const svgText = element.closest('svg text');
  const shape = svgText?.closest('g.node')?.querySelector('polygon, path, ellipse');
  const [front, back] = [getComputedStyle(element)[svgText ? 'fill' : 'color'], shape ? getComputedStyle(shape).fill : ground(element)];
  if (element.closest('svg') && !svgText) continue;
  const [a, b] = [light(colour(front)), light(colour(back === 'none' ? ground(document.querySelector('svg')) : back))].sort((x, y) => y - x);
  if ((a + 0.05) / (b + 0.05) < 4.5) faults.push(`contrast ${((a + 0.05) / (b + 0.05)).toFixed(2)}: ${walker.currentNode.textContent.trim().slice(0, 40)}`);
}
return [...new Set(faults)];
"""

# Files that the page hands over, by name, as text; a picture by its size.
CATCH = """
window.taken = {};
const blobs = new Map();
const real = URL.createObjectURL;
URL.createObjectURL = (blob) => { const address = real.call(URL, blob); blobs.set(address, blob); return address; };
HTMLAnchorElement.prototype.click = function () {
  const [name, blob] = [this.download, blobs.get(this.href)];
  (blob.type === 'image/png' ? createImageBitmap(blob).then((image) => [image.width, image.height]) : blob.arrayBuffer().then((bytes) => new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)))
    .then((value) => { window.taken[name] = value; });
};
"""


class AccessTest(ExplorerCase):
    def test_an_audit_finds_nothing(self):
        for width, dark in ((1400, False), (1400, True), (390, False), (390, True)):
            with Browser(width, 844) as browser:
                for state in ("", "#sel=source:kst-35165-97", "#table=shared&sel=letter:001_9ccd9e48aebc7e54", "#table=letters&min=2"):
                    browser.open("about:blank")
                    browser.open(self.seeds + (state or "#") + ("&theme=dark" if dark else "&theme=light"))
                    browser.wait_for(READY)
                    browser.ask("for (const box of document.querySelectorAll('details')) box.open = true")
                    self.assertEqual(browser.ask(AUDIT), [], (width, dark, state))
                self.assertEqual(browser.complaints(), [])

    def test_an_audit_finds_faults(self):
        """What it is for, made wrong."""
        self.open(self.seeds)
        for spoil, words in (("byID = document.getElementById('zoom-in'); byID.removeAttribute('aria-label'); byID.textContent = ''", "no name"),
                             ("document.querySelector('h2, th button').style.color = '#bbb'", "contrast"),
                             ("document.getElementById('zoom-out').id = 'zoom-fit'", "twice"),
                             ("document.getElementById('found').id = 'lost'", "leads nowhere"),
                             ("document.querySelector('[role=tab]').setAttribute('aria-selected', 'false')", "one tab")):
            self.browser.reload()
            self.browser.wait_for(READY)
            self.browser.ask("document.documentElement.style.colorScheme = 'light'; var byID; " + spoil)
            self.assertTrue([fault for fault in self.browser.ask(AUDIT) if words in fault], words)

    def test_tabs_by_keyboard(self):
        self.open(self.seeds)
        self.browser.ask("document.getElementById('tab-top').focus()")
        for expected in ("tab-shared", "tab-letters", "tab-top"):
            self.browser.press("ArrowRight")
            self.assertEqual(self.browser.ask("return document.activeElement.id"), expected)
            self.assertEqual(self.browser.ask("return document.querySelector('[aria-selected=true]').id"), expected)
        self.assertEqual(self.browser.count("[role=tab][tabindex='0']"), 1)

    def test_the_first_glance_can_be_read(self):
        """Half of the text is 9 px high or more; `Fit` shows all, and the address keeps that."""
        sizes = ("const scale = document.querySelector('#picture svg').getScreenCTM().a;"
                 " const sizes = [...document.querySelectorAll('#picture svg text')].map(t => Number(t.getAttribute('font-size')) * scale).sort((a, b) => a - b);"
                 " return sizes[sizes.length >> 1]")
        inside = ("const box = document.querySelector('#picture').getBoundingClientRect();"
                  f" return [...document.querySelectorAll('{SHOWN}')].filter(n => {{ const p = n.getBoundingClientRect();"
                  " return p.left >= box.left && p.right <= box.right && p.top >= box.top && p.bottom <= box.bottom; }).length")
        pages = [self.seeds]
        shared = os.path.join(os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__)))), "..", "shared", "letters")
        if os.path.isdir(shared):
            pages += [self.page("letters", [shared]), self.page("web", [shared], "--project", "letters")]
        for width, height in ((1400, 900), (390, 844)):
            with Browser(width, height) as browser:
                for page in pages:
                    browser.open("about:blank")
                    browser.open(page)
                    browser.wait_for(READY)
                    self.assertGreaterEqual(browser.ask(sizes), 8.99, page)
                    self.assertGreater(browser.ask(inside), 1 if width < 600 else 4, page)
                    browser.click("#zoom-fit")
                    self.assertIn("view=whole", browser.address_bar())
                    self.assertEqual(browser.ask(inside), browser.count(SHOWN), page)

    def test_a_phone(self):
        with Browser(390, 844) as phone:
            phone.open(self.seeds)
            phone.wait_for(READY)
            for table in ("top", "shared", "letters"):
                phone.ask("document.getElementById('tab-' + arguments[0]).click()", table)
                self.assertLessEqual(phone.ask("return document.documentElement.scrollWidth"), 390)
                self.assertEqual(phone.ask("return getComputedStyle(document.querySelector('#table tbody tr')).display"), "block")
                self.assertEqual(phone.ask(
                    "const cell = document.querySelectorAll('#table tbody td')[1]; return getComputedStyle(cell, '::before').content"),
                    {"top": '"letters: "', "shared": '"letters: "', "letters": '"date: "'}[table])
            phone.ask("document.getElementById('tab-top').click()")
            # The picture lets the page scroll, by finger and by wheel.
            self.assertEqual(phone.ask("return getComputedStyle(document.querySelector('#picture svg')).touchAction"), "pan-y")
            prevented = ("const event = new WheelEvent('wheel', { deltaY: 100, bubbles: true, cancelable: true, ctrlKey: arguments[0] });"
                         " document.querySelector('#picture svg').dispatchEvent(event); return event.defaultPrevented")
            self.assertEqual([phone.ask(prevented, key) for key in (False, True)], [False, True])
            phone.ask("document.querySelector('#filter-box').open = true; document.querySelector('[data-facet=minister]').open = true")
            self.assertLessEqual(phone.ask("return document.documentElement.scrollWidth"), 390)
            phone.ask("document.querySelector('#filter-box').open = false")
            phone.ask("document.querySelector('#table td button').click()")
            self.assertIn("Cited by", phone.text("#details"))
            self.assertEqual(phone.complaints(), [])
        self.open(self.seeds)
        self.assertEqual(self.browser.ask(prevented, False), True)

    def take(self, button, file):
        self.browser.ask(CATCH + "document.getElementById(arguments[0]).click()", button)
        self.browser.wait_for("return window.taken[arguments[0]]", file)
        return self.browser.ask("return window.taken[arguments[0]]", file)

    def test_a_table_as_csv(self):
        store = os.path.join(self.folder.name, "seeds.sqlite")
        for table, options in (("top", ["--kind", DEFAULT_KINDS]), ("shared", []), ("letters", [])):
            self.open(self.seeds, "#table=" + table)
            text = self.take("save-csv", f"kvgraph-{table}.csv")
            self.assertTrue(text.startswith("\ufeff") and text.endswith("\r\n"))
            rows = list(csv.DictReader(io.StringIO(text[1:])))
            told = list(csv.DictReader(io.StringIO(kvgraph(table, "--format", "csv", "--store", store, *options).stdout)))
            told = [row for row in told if table == "letters" or not is_front_page(row["id"])]
            if table == "letters":
                rows.sort(key=lambda row: row["letter"])
            self.assertEqual(len(rows), len(told))
            for row, other in zip(rows, told):
                if table == "letters":
                    row.pop("sources")
                self.assertEqual(row, {name: other[name] for name in row})
        # What the filters leave, in the order of the screen.
        self.open(self.seeds, "#ministry=BZ&sort=source")
        rows = list(csv.DictReader(io.StringIO(self.take("save-csv", "kvgraph-top.csv")[1:])))
        self.assertEqual(["source:" + row["id"] for row in rows], self.browser.ask("return [...document.querySelectorAll('#table tbody tr')].map(r => r.dataset.row)"))

    def test_a_cell_is_no_formula(self):
        file = os.path.join(self.folder.name, "formula.txt")
        with open(file, "w", encoding="utf-8") as letter:
            letter.write('Betreft: =HYPERLINK("https://x.nl","a")\n\nVraag 1\nA?\n\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97.\n')
        self.open(self.page("formula", [file]), "#table=letters")
        row = next(csv.DictReader(io.StringIO(self.take("save-csv", "kvgraph-letters.csv")[1:])))
        self.assertFalse([cell for cell in row.values() if cell[:1] in ("=", "+", "-", "@")], row)

    def test_the_picture_as_a_file(self):
        self.open(self.seeds, "#ministry=BZ&theme=dark")
        svg = self.take("save-svg", "kvgraph.svg")
        root = xml.etree.ElementTree.fromstring(svg)
        groups = [g.get("class") or "" for g in root.iter("{http://www.w3.org/2000/svg}g")]
        self.assertEqual(len([g for g in groups if "node" in g.split() and "legend" not in g.split()]), self.shown())
        self.assertIn("fill: rgb(", svg)
        self.assertNotIn("javascript:", svg)
        self.assertIn("https://zoek.officielebekendmakingen.nl/kst-30821-180.html", svg)
        width, height = self.take("save-png", "kvgraph.png")
        self.assertGreater(width, 400)
        self.assertAlmostEqual(width / height, float(root.get("width")) / float(root.get("height")), delta=0.01)


if __name__ == "__main__":
    unittest.main()
