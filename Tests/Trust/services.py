"""A search like KOOP's on loopback, with letters of our own: what `fetch` asks for, and nothing more."""

import http.server
import re
import threading
import urllib.parse


class Services:
    def __init__(self, count):
        services = self

        class Handler(http.server.BaseHTTPRequestHandler):
            def do_GET(self):
                body = services.answer(self.path)
                self.send_response(200 if body else 404)
                self.send_header("Content-Type", "application/xml")
                self.send_header("Content-Length", str(len(body)))
                self.end_headers()
                try:
                    self.wfile.write(body)
                except OSError:
                    pass

            def log_message(self, *words):
                pass

        self.count = count
        self.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        self.base = f"http://127.0.0.1:{self.server.server_port}"
        self.koop = self.base + "/sru"

    def __enter__(self):
        threading.Thread(target=self.server.serve_forever, daemon=True).start()
        return self

    def __exit__(self, *_):
        self.server.shutdown()
        self.server.server_close()

    def day(self, number):
        return f"2026-0{(number - 1) // 20 + 1}-{(number - 1) % 20 + 1:02}"

    def answer(self, path):
        address = urllib.parse.urlsplit(path)
        if address.path != "/sru":
            number = int(re.search(r"ah-tk-20252026-(\d+)", path)[1])
            return self.letter(number).encode() if path.endswith(".xml") else b""
        query = urllib.parse.parse_qs(address.query)
        words = query.get("query", [""])[0]
        first = re.search(r"dt\.date>=(\S+)", words)
        last = re.search(r"dt\.date<=(\S+)", words)
        found = [number for number in range(1, self.count + 1)
                 if (not first or self.day(number) >= first[1]) and (not last or self.day(number) <= last[1])]
        begin = int(query.get("startRecord", ["1"])[0]) - 1
        records = "".join(self.record(number) for number in found[begin:begin + 7])
        return ('<?xml version="1.0"?><searchRetrieveResponse xmlns="s" xmlns:dcterms="t" xmlns:o="o">'
                f"<numberOfRecords>{len(found)}</numberOfRecords><records>{records}</records></searchRetrieveResponse>").encode()

    def record(self, number):
        name = f"ah-tk-20252026-{number}"
        return (f"<record><recordData><gzd><originalData><meta><owmskern><dcterms:identifier>{name}</dcterms:identifier>"
                f"<dcterms:title>Antwoord {number}</dcterms:title><dcterms:modified>{self.day(number)}</dcterms:modified></owmskern>"
                f"<owmsmantel><dcterms:available>{self.day(number)}</dcterms:available><dcterms:date>{self.day(number)}</dcterms:date></owmsmantel>"
                f"<tpmeta><o:aanhangselnummer>{number}</o:aanhangselnummer><o:vergaderjaar>2025-2026</o:vergaderjaar>"
                f"<o:vraagnummer>2026Z{10000 + number}</o:vraagnummer></tpmeta></meta></originalData><enrichedData>"
                f'<itemUrl manifestation="xml">{self.base}/frbr/{name}.xml</itemUrl></enrichedData></gzd></recordData></record>')

    def letter(self, number):
        return ('<?xml version="1.0"?><kamervragen><kamervraagnummer>2026Z'
                f"{10000 + number}</kamervraagnummer><vraag><nr>Vraag 1</nr><al>Kent u dit?</al></vraag><antwoord><nr>Antwoord 1</nr>"
                f"<al>Ja. Zie Kamerstuk 35 165, nr. {number}.</al>{'<al>En verder niets.</al>' * 200}</antwoord></kamervragen>")
