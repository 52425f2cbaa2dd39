"""Filters of the explorer: they choose and count as the command does, in a page that stands alone and in a served one."""

import contextlib
import json
import os
import unittest
import urllib.parse

from explorer_case import READY, ExplorerCase, kvgraph, most_cited
from webdriver import Browser


class FilterTest(ExplorerCase):
    def store(self, name="seeds"):
        return os.path.join(self.folder.name, name + ".sqlite")

    def tick(self, facet, name):
        self.browser.ask(
            "document.querySelector(`[data-facet=${arguments[0]}]`).open = true;"
            " [...document.querySelectorAll(`[data-facet=${arguments[0]}] input`)].find(box => box.value === arguments[1]).click()",
            facet, name)

    def letters(self, *options):
        return json.loads(kvgraph("letters", "--format", "json", "--store", self.store(), *options).stdout)

    def test_letters_are_chosen_and_counted_as_the_command_does(self):
        for facet, name in (("ministry", "BZ"), ("ministry", "BZK"), ("party", "CDA"), ("asker", "Bontenbal"), ("minister", "Rijkaart")):
            self.open(self.seeds)
            names = self.browser.ask("return [...document.querySelectorAll(`[data-facet=${arguments[0]}] input`)].map(box => box.value)", facet)
            name = next((item for item in names if name in item), names[0])
            self.tick(facet, name)
            self.assertEqual(self.listed(), most_cited(self.store(), f"--{facet}", name), (facet, name))
            self.assertIn(f"{name}", self.browser.text("h1"))
            self.assertIn(f"{len([l for l in self.letters('--' + facet, name)])} that cite what is chosen, 5 in the store", self.browser.text("#status"))
            self.assertIn(name, self.browser.text(f"[data-facet={facet}] summary"))
            # What the letters of others cite is out of the picture; the address brings it back.
            self.assertGreater(self.browser.count("g.node.letter.away"), 0)
            before = self.listed()
            self.browser.reload()
            self.browser.wait_for(READY)
            self.assertEqual(self.listed(), before)
            self.browser.click("#reset")
            self.assertEqual(self.listed(), most_cited(self.store()))
            self.assertEqual(self.browser.count("g.node.letter.away"), 0)

    def test_two_names_and_a_period_together(self):
        self.open(self.seeds, "#ministry=BZ,BZK&since=2025-01-01&until=2026-04-01")
        self.assertEqual(self.listed(), most_cited(self.store(), "--ministry", "BZ,BZK", "--since", "2025", "--until", "2026-04-01"))
        self.open(self.seeds, "#since=2027-01-01")
        self.assertEqual(self.listed(), [])
        self.assertIn("Letters: 0 in the picture, 0 that cite what is chosen, 5 in the store. Letters without a date are left out."
                      " Nothing is cited here: choose other filters.", self.browser.text("#status"))
        self.assertIn("Nothing to list here.", self.browser.text("#table"))

    def test_what_a_filter_leaves_is_in_sight(self):
        inside = ("const box = document.querySelector('#picture svg').getBoundingClientRect();"
                  " return [...document.querySelectorAll('g.node:not(.away):not(.legend)')].filter(n => { const p = n.getBoundingClientRect();"
                  " return p.left >= box.left && p.right <= box.right && p.top >= box.top && p.bottom <= box.bottom; }).length")
        self.open(self.seeds)
        for name in self.browser.ask("return [...document.querySelectorAll('[data-facet=asker] input')].map(box => box.value)"):
            self.tick("asker", name)
            self.assertGreater(self.browser.ask(inside), 1, name)
            self.tick("asker", name)

    def test_what_is_selected_is_in_sight(self):
        for browser in (self.browser, None):
            with (contextlib.nullcontext(browser) if browser else Browser(390, 844)) as shown:
                shown.open("about:blank")
                shown.open(self.seeds + "#in=all")
                shown.wait_for(READY)
                shown.ask("const rows = document.querySelectorAll('#table tbody tr button'); rows[20].scrollIntoView(); rows[20].click()")
                self.assertTrue(shown.ask("const { top, bottom } = document.getElementById('details').getBoundingClientRect();"
                                          " return bottom > 60 && top < innerHeight - 60"))

    def test_questions_of_chosen_letters(self):
        for part in ("answers", "questions", "all"):
            self.open(self.seeds, f"#ministry=BZK&in={part}")
            self.assertEqual(self.listed(), most_cited(self.store(), "--ministry", "BZK", "--in", part))

    def test_only_kinds_that_occur_can_be_chosen(self):
        self.open(self.seeds)
        kinds = self.browser.ask("return [...document.querySelectorAll('#filters fieldset input')].map(box => box.value)")
        self.assertEqual(kinds, ["aanhangsel", "kamerstuk", "report", "url"])

    def test_shared_names_the_letters_that_cite(self):
        rows = json.loads(kvgraph("shared", "--format", "json", "--store", self.store()).stdout)
        self.open(self.seeds, "#table=shared")
        cited_by = self.browser.ask(
            "return [...document.querySelectorAll('#table tbody tr')].map(row => [...row.querySelectorAll('li button')].map(b => b.dataset.key))")
        self.assertEqual(cited_by, [["letter:" + letter["letter"] for letter in row["cited_by"]] if isinstance(row["cited_by"][0], dict)
                                    else ["letter:" + name for name in row["cited_by"]] for row in rows])
        self.browser.click("#table li button")
        self.assertIn("Cites", self.browser.text("#details"))

    def test_a_served_picture_is_drawn_anew(self):
        with self.served(self.store()) as site:
            self.open(site + "/")
            everything = self.shown()
            self.tick("ministry", "BZ")
            self.assertEqual(self.shown(), everything, "nothing changes before it is asked for")
            self.assertEqual(self.browser.count("#draw.due"), 1)
            self.browser.click("#draw")
            self.browser.wait_for("return location.search === '?ministry=BZ'")
            self.browser.wait_for(READY)
            self.assertEqual(self.browser.count("#draw.due"), 0)
            self.assertIn("ministry BZ", self.browser.text("h1"))
            self.assertEqual(self.listed(), most_cited(self.store(), "--ministry", "BZ"))
            self.assertIn("Letters: 1 in the picture, 1 that cite what is chosen, 5 in the store.", self.browser.text("#status"))
            self.assertEqual(self.browser.count("g.node.letter:not(.legend)"), 1, "the layout has nothing else")
            # The filters go with the search and with another picture.
            self.browser.click("#table td button")
            self.assertIn("ministry=BZ", self.browser.ask("return document.querySelector('#details a[href^=\"/around\"]').search"))
            self.browser.open(site + "/find?q=dreigingsbeeld&ministry=BZ")
            self.assertIn("Dreigingsbeeld Statelijke Actoren 2025", self.browser.text("body") + self.browser.text("h1"))
            self.open(site + "/around?id=kst-30821-180&ministry=BZ")
            self.assertIn("ministry BZ", self.browser.text("h1"))
            # Kinds and the least number of letters too; what is not drawn can be ticked again.
            self.open(site + "/?kind=report&min-letters=2")
            self.assertEqual([row[0] for row in self.listed()], ["report:aivd-jaarverslag-2024", "report:dreigingsbeeld-statelijke-actoren-2025"])
            self.browser.click("#filters input[value='kamerstuk']")
            self.browser.click("#draw")
            self.browser.wait_for("return location.search.includes('kind=kamerstuk%2Creport')")
            self.browser.wait_for(READY)
            self.assertEqual(len(self.listed()), 5)
            self.browser.click("#reset")
            self.browser.wait_for("return location.search === ''")
            self.browser.wait_for(READY)
            self.open(site + "/?ministry=BZ")
            self.browser.click("a.home")
            self.browser.wait_for("return location.search === '' && location.pathname === '/'")

    def test_a_server_says_what_cannot_be_asked(self):
        with self.served(self.store(), "--ministry", "BZK") as site:
            for path, words in (("/?since=2025-13", "“2025-13” is not a valid date"), ("/?ministry=BZZ", "the nearest are BZ"),
                                ("/?kind=<b>", "“<b>” is not a kind of source"), ("/?in=x", "“x” is no value of --in"),
                                ("/?min-letters=-1", "--min-letters must be a number from 1")):
                self.assertEqual(self.status(site, urllib.parse.quote(path, safe="/?=&")), 400, path)
                self.browser.open(site + path)
                self.assertIn(words, self.browser.text("body"))
                self.assertEqual(self.browser.count("b"), 0)
            self.browser.complaints()
            # What the command asks for holds where an address names nothing else; an empty value takes it away.
            self.open(site + "/?since=2025&unknown=1")
            self.assertEqual(self.listed(), most_cited(self.store(), "--ministry", "BZK", "--since", "2025"))
            self.open(site + "/?ministry=")
            self.assertEqual(self.listed(), most_cited(self.store()))
            self.browser.open(site + "/around?id=kst-30821-180")
            self.assertIn("not among the citations selected", self.browser.text("body"))
            self.browser.complaints()


if __name__ == "__main__":
    unittest.main()
