"""The explorer as a user has it: `make test-browser`. Each test opens a page that kvgraph wrote in headless Chromium."""

import json
import os
import pathlib
import unittest
import urllib.parse

from explorer_case import DEFAULT_KINDS, READY, SHOWN, ExplorerCase, is_front_page, kvgraph, most_cited

HOSTILE = '"><img src=x onerror=document.title=1>{{script}}</script><script>document.title=2</script>'


class ExplorerTest(ExplorerCase):
    def test_loads(self):
        self.open(self.seeds)
        self.assertEqual(self.browser.text("h1"), "Sources cited in letters")
        self.assertEqual(self.shown(), 31)
        self.assertEqual(self.browser.count("img, iframe, object, embed, link"), 0)

    def test_dutch(self):
        """All of the page is Dutch; what an address chooses is called as in English."""
        self.open(self.page("dutch", ["seeds"], "--lang", "nl"), "#sel=source:kst-35165-97&table=shared")
        self.assertEqual(self.browser.ask("return document.documentElement.lang"), "nl")
        self.assertEqual(self.browser.text("h1"), "Bronnen aangehaald in brieven")
        shown = self.browser.ask("return document.body.innerText")
        for words in ("aangehaald door 2 brieven", "Aangehaald door", "Soorten bronnen", "Meest aangehaald",
                      "verwijzingen", "5 in de afbeelding", "legenda", "Slepen verplaatst", "A2, noot 3, regel 25"):
            self.assertIn(words, shown + self.browser.ask("return document.querySelector('svg').textContent"))
        for words in ("cited", "letters", "sources", "Search", "picture", "note ", "line "):
            self.assertNotIn(words, shown)
        # Labels count what the filters choose.
        self.open(self.page("dutch", ["seeds"], "--lang", "nl"), "#in=questions")
        self.assertGreater(self.browser.ask(
            "return [...document.querySelectorAll('g.node text')].filter("
            "text => text.textContent === 'niet aangehaald in vragen').length"), 2)

    def test_search_finds_a_number_however_written(self):
        for text in ("35 165", "35165", "kst-35165-97", "35.165, nr. 97"):
            self.open(self.seeds)
            self.browser.type("#search", text)
            found = self.browser.text("#found")
            self.assertIn("35 165, nr. 97", found, text)
            self.assertNotIn("36 552", found)
            self.assertGreater(self.browser.count("g.node.found"), 0)
        self.browser.press("Enter")
        self.assertIn("sel=source%3Akst-35165-97", self.browser.address_bar())

    def test_search_finds_titles_and_letters(self):
        for text, found in (("aivd 2024", "AIVD jaarverslag 2024"), ("bontenbal", "Bontenbal"), ("zzz", "nothing found")):
            self.open(self.seeds)
            self.browser.type("#search", text)
            self.assertIn(found, self.browser.text("#found"))

    def test_a_click_lists_the_citing_answers_with_quotes(self):
        self.open(self.seeds)
        node = self.node("35 165, nr. 97")
        self.browser.click(f"#{node}")
        details = self.browser.text("#details")
        self.assertIn("3 times, in 3 answers of 2 letters", details)
        self.assertIn("A7, note 5, line 58", details)
        self.assertIn("Kamerstukken II, 2024/2025, 36522, nr. 12 en", details)
        self.assertEqual(self.browser.count("#details .citation"), 3)
        self.assertEqual(self.browser.count("#details mark"), 3)
        self.assertEqual(
            self.browser.ask("return document.querySelector('#details a').href"),
            "https://zoek.officielebekendmakingen.nl/kst-35165-97.html")
        # Neighbours are lit, the rest is faded; the row of the table is marked.
        self.assertEqual(self.browser.count("g.node.lit"), 3)
        self.assertEqual(self.browser.count("svg.chosen"), 1)
        self.assertEqual(self.browser.count("tr[aria-current]"), 1)
        self.browser.press("Escape")
        self.assertEqual(self.browser.count("g.node.lit"), 0)

    def test_the_back_button_undoes_a_selection(self):
        self.open(self.seeds)
        self.browser.click("#table td button")
        self.assertFalse(self.browser.ask("return document.getElementById('details').hidden"))
        self.browser.back()
        self.browser.wait_for("return document.getElementById('details').hidden")

    def test_tables_lead_to_the_picture_and_can_be_sorted(self):
        self.open(self.seeds)
        top = [row.split() for row in kvgraph("shared", "--format", "csv", "--store",
                                          os.path.join(self.folder.name, "seeds.sqlite")).stdout.split("\n")[1:4]]
        keys = self.browser.ask("return [...document.querySelectorAll('#table tbody tr')].slice(0, 3).map(row => row.dataset.row)")
        self.assertEqual(keys, ["source:" + row[0].split(",")[0] for row in top])
        self.browser.click("#tab-shared")
        self.assertEqual(self.browser.count("#table tbody tr"), 5)
        self.browser.click("#table [data-sort='source']")
        first = self.browser.text("#table tbody tr td")
        self.browser.click("#table [data-sort='source']")
        self.assertNotEqual(self.browser.text("#table tbody tr td"), first)
        self.browser.click("#table tbody td button")
        self.assertEqual(self.browser.count("g.node.selected"), 1)

    def test_filters_change_what_is_shown(self):
        self.open(self.seeds)
        self.browser.click("#filters input[value='url']")
        self.assertEqual(self.browser.count("g.node.url:not(.away):not(.legend)"), 0)
        self.assertLess(self.shown(), 31)
        self.open(self.seeds, "#min=2")
        self.assertEqual(self.browser.count("#table tbody tr"), 5)
        self.open(self.seeds, "#in=questions")
        self.assertGreater(self.browser.count("g.node.url:not(.away):not(.legend)"), 0)
        self.assertEqual(self.browser.count("g.node.report:not(.away):not(.legend)"), 0)
        self.assertIn("in questions", self.browser.text("#status"))

    def test_questions_are_counted_as_the_command_counts_them(self):
        """Also sources that no answer cites, and that find no place in the picture."""
        page = self.page("few", ["seeds"], "--limit", "6")
        store = os.path.join(self.folder.name, "few.sqlite")
        for part, heading in (("answers", "answers"), ("questions", "questions"), ("all", "parts")):
            rows = most_cited(store, "--in", part)
            self.open(page, "#in=" + part)
            self.assertEqual(self.listed(), rows)
            self.assertIn(heading, self.browser.text("#table th:nth-child(3)"))
            self.assertIn(f"{len(rows)} source", self.browser.text("#status"))
            absent = self.browser.count("#table .absent")
            self.assertEqual(len(rows) - absent, self.browser.count(SHOWN + ":not(.letter)"), "rows without a node say so")
            self.browser.click("#table tbody tr:last-child td button")
            self.assertIn(heading[:-1], self.browser.text("#details dl"))
            self.assertGreater(self.browser.count("#details .citation"), 0)
        notes = self.browser.text("#panel > .hint")
        self.assertIn("room for a part of this", notes)
        self.assertNotIn("--", notes)

    def test_a_letter_lists_all_it_cites(self):
        page = self.page("few", ["seeds"], "--limit", "6")
        store = os.path.join(self.folder.name, "few.sqlite")
        for letter in json.loads(kvgraph("letters", "--format", "json", "--store", store).stdout):
            cited = json.loads(kvgraph("show", letter["letter"], "--format", "json", "--store", store).stdout)[0]["citations"]
            here = [row for row in cited if row["kind"] in DEFAULT_KINDS.split(",") and not is_front_page(row["id"])]
            self.open(page, "#in=all&sel=letter:" + letter["letter"])
            self.assertEqual(self.browser.count("#details .citation"), len(here), letter["letter"])
            left = len(cited) - len(here)
            self.assertEqual(f"And {left} citation" in self.browser.text("#details"), left > 0)

    def test_a_large_store_says_what_the_page_lacks(self):
        """More letters and sources than a page takes."""
        folder = os.path.join(self.folder.name, "many")
        os.makedirs(folder, exist_ok=True)
        for number in range(510):
            with open(os.path.join(folder, f"letter{number}.txt"), "w", encoding="utf-8") as letter:
                letter.write(f"Vraag 1\nA?\n\nAntwoord 1\nZie Kamerstuk 35 165, nr. 97 en https://x.nl/{number} .\n")
        page = self.page("many", [folder])
        self.open(page)
        self.assertIn("This page holds 500 of 511 sources, the most cited, and 500 of 510 letters, with what they cite.", self.browser.text("#status"))
        self.open(page, "#sel=source:kst-35165-97")
        self.assertIn("And 10 citations in letters that this page does not hold.", self.browser.text("#details"))

    def test_the_state_survives_a_reload(self):
        self.open(self.seeds)
        self.browser.click("#filters input[value='url']")
        self.browser.click("#tab-shared")
        self.browser.click("#table tbody td button")
        self.browser.click("#zoom-in")
        # The click on the table moved the view too: the address must hold the one that is seen.
        self.browser.wait_for("const seen = document.querySelector('#picture svg').getAttribute('viewBox').split(' ').map(Number);"
                              " return decodeURIComponent(location.hash).includes('view=' + seen.slice(0, 3).join(','))")
        look = ("return [document.getElementById('details').textContent, document.getElementById('table').textContent,"
                " document.querySelector('#picture svg').getAttribute('viewBox'), document.getElementById('status').textContent]")
        before = self.browser.ask(look)
        self.browser.reload()
        self.browser.wait_for(READY)
        self.assertEqual(self.browser.ask(look), before)

    def test_keys_go_from_node_to_node(self):
        self.open(self.seeds)
        self.assertEqual(self.browser.count("g.node[tabindex='0']"), 1)
        self.browser.ask("document.querySelector(\"g.node[tabindex='0']\").focus()")
        first = self.browser.ask("return document.activeElement.id")
        self.browser.press("ArrowRight")
        self.assertNotEqual(self.browser.ask("return document.activeElement.id"), first)
        self.browser.press("Enter")
        self.assertFalse(self.browser.ask("return document.getElementById('details').hidden"))
        nameless = "return [...document.querySelectorAll('g.node[role=button]')].filter(node => !node.getAttribute('aria-label')).length"
        self.assertEqual(self.browser.ask(nameless), 0)

    def test_hostile_words_are_words(self):
        name = "letter <img src=x onerror=document.title=3>.txt"
        file = os.path.join(self.folder.name, name)
        with open(file, "w", encoding="utf-8") as letter:
            letter.write(
                f"Betreft: {HOSTILE}\n\nVragen van het lid {HOSTILE} (VVD) aan de minister.\n\nVraag 1\nA?\n\nAntwoord 1\n"
                f"Zie Kamerstuk 35 165, nr. 97 {HOSTILE} en https://x.nl/\"><img/src=x/onerror=document.title=4> en "
                "https://x.nl/javascript:document.title=5 en javascript:document.title=6 .\n")
        page = self.page("hostile", [file])
        for state in ("", "#sel=source:kst-35165-97", "#q=" + urllib.parse.quote(HOSTILE), "#sel=" + HOSTILE + "&sort=__proto__",
                      "#table=constructor&kinds=<b>&min=-1&view=1,NaN,x&theme=evil&in=toString"):
            self.open(page, state)
            title = self.browser.ask("return document.title")
            self.assertIn("letter", title)
            self.assertEqual(self.browser.count("img"), 0)
            self.assertEqual(self.browser.count("script"), 2)
        self.open(page, "#sel=source:kst-35165-97")
        self.assertIn("<img src=x onerror=document.title=1>", self.browser.text("#details"))
        self.assertEqual(self.browser.ask("return [...document.links].filter(a => !/^https?:/.test(a.href) && a.id !== 'skip').length"), 0)
        # An address that is none, put into the data by hand, is shown and leads nowhere.
        with open(page[len("file://"):], encoding="utf-8") as text:
            forged = text.read().replace('"page":"https://zoek.officielebekendmakingen.nl/kst-35165-97.html"', '"page":"javascript:document.title=7"')
        other = os.path.join(self.folder.name, "forged.html")
        with open(other, "w", encoding="utf-8") as text:
            text.write(forged)
        self.open("file://" + other, "#sel=source:kst-35165-97")
        self.assertIn("javascript:document.title=7", self.browser.text("#details"))
        self.assertEqual(self.browser.count("#details a"), 0)

    def test_the_policy_stops_a_foreign_script(self):
        self.open(self.seeds)
        self.browser.ask("const s = document.createElement('script'); s.textContent = 'document.title = 8'; document.body.append(s)")
        self.assertNotEqual(self.browser.ask("return document.title"), "8")
        self.assertEqual(len(self.browser.complaints()), 1)

    def test_other_pictures(self):
        for name, options in (("answers", ["--level", "answers"]), ("letters", ["--project", "letters"]),
                              ("sources", ["--project", "sources"]), ("dossiers", ["--sources", "dossiers"]),
                              ("dates", ["--by-date"]), ("around", ["--around", "kst-35165-97"])):
            self.open(self.page(name, ["seeds"], *options), "#view=whole")
            self.assertGreater(self.shown(), 4, name)
            self.browser.click(SHOWN + ":not(.answer)")
            self.assertGreater(self.browser.count("#details .citation"), 0, name)
            self.assertGreater(self.browser.count("g.node.lit"), 0, name)

    def test_served_over_the_whole_store(self):
        store = os.path.join(self.folder.name, "seeds.sqlite")
        before = pathlib.Path(store).read_bytes()
        with self.served(store) as site:
            port = urllib.parse.urlsplit(site).port
            def status(path="/", method="GET", **headers):
                return self.status(site, path, method, **headers)

            self.assertEqual(status(Host="evil.example"), 403)
            self.assertEqual(status(Host=f"evil.example:{port}"), 403)
            self.assertEqual(status(Host=f"localhost:{port}"), 200)
            for method in ("POST", "PUT", "DELETE"):
                self.assertEqual(status(method=method), 405)
            for path, answer in (("/around/kst-35165-97", 200), ("/around/nobody", 404), ("/etc/passwd", 404), ("/../../etc/passwd", 404),
                                 ("/around/kst-35165-97/extra", 404), ("/around?id=kst-35165-97&depth=-5", 200),
                                 ("/find?q=35165,%20nr.%2097", 303), ("/find?q=%3Cscript%3E", 404), ("/find", 404), ("/find?q=" + "a%20" * 3000, 404)):
                self.assertEqual(status(path), answer, path)
            # Part of a title, of a person's name, a day: whatever the case and the accents. One find is gone to.
            for text, found in (("verkiezing", "35 165, nr. 97 — Verkiezingen"), ("VÉRKIEZINGEN", "35 165, nr. 97 — Verkiezingen"),
                                ("bontenbal", "Bontenbal c.s. (CDA)"), ("7 jul", "BZK 7 jul 2025"), ("2025-07-07", "BZK 7 jul 2025"), ("35 165", "35 165, nr. 61")):
                self.browser.open(site + "/find?q=" + urllib.parse.quote(text))
                self.assertIn(found, self.browser.text("body"), text)
            self.browser.open(site + "/find?q=verkiezingen")
            self.assertEqual(self.browser.ask("return document.querySelector('input').value"), "verkiezingen")
            self.browser.click("li a")
            self.browser.wait_for("return location.pathname === '/around' && document.documentElement.dataset.ready === 'true'")
            # Nothing of the page of a search is markup, and it speaks to who reads it.
            self.browser.open(site + "/find?q=" + urllib.parse.quote("zzz" + HOSTILE))
            self.assertEqual(self.browser.count("img, script"), 0)
            self.assertNotIn("kvgraph ", self.browser.text("body"))
            self.assertEqual([line for line in self.browser.complaints() if "404" not in str(line)], [])
            # What only questions cite has a picture too.
            only = json.loads(kvgraph("top", "--in", "questions", "--kind", "url", "--format", "json", "--store", store).stdout)[0]["id"]
            self.open(site + "/around?id=" + urllib.parse.quote(only, safe=""))
            self.assertGreater(self.shown(), 1)
            self.open(site + "/around/kst-35165-97")
            self.assertLess(self.shown(), 31)
            self.browser.type("#search", "AIVD jaarverslag 2024")
            self.browser.press("Enter")
            self.browser.click("#details a[href^='/around']")
            self.browser.wait_for("return location.pathname === '/around' && document.documentElement.dataset.ready === 'true'")
            self.assertIn("AIVD jaarverslag 2024", self.browser.text("h1"))
            self.assertEqual(pathlib.Path(store).read_bytes(), before, "it only reads")


if __name__ == "__main__":
    unittest.main()
