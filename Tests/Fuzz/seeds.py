"""What libFuzzer starts from: pieces of our own cases and letters, dressed as each target takes them, and words that mean something
to it."""

import html
import json
import pathlib
import re

ROOT = pathlib.Path(__file__).resolve().parents[2]
LONGEST = 300

WORDS = [
    "Kamerstuk ", "Kamerstukken II ", "nr. ", "nrs. ", "2023/24", "2023–2024", "35 165", "1)", "[^1]", "[^1]: ", "[1]", "[1: ", "¹",
    "https://", "www.", "Antwoord 2", "Vraag 3\n", "\n\n", "–", "2023Z12345", "2024D40329", "antwoord op vraag ", "99999999999999999999",
    "tot en met", "t/m", "AIVD jaarverslag 2022", "blz. ", "Aanhangsel ", "Handelingen II ", "Stb. 2011, 35", "Stcrt. ", "Trb. ",
    "ECLI:NL:HR:2019:2006", "COM(2020) 790", "artikel 5 van de Wet open overheid", "brief van 9 november 2023", "blg-1184123",
    "kst-30821-230", "[footnoteRef:9]", "\f", "\u00a0", "é", "’", "Tweede Kamer, vergaderjaar 2023–2024, Aanhangsel 3", "item 5", "Verordening (EU) 2022/2065",
]
TAGS = {
    "html": "<p> </p> <ol> <li> <sup> <a href=\"# <h2> <table> <tr> <td> <div class=\" id=\" <script> <!-- --> &amp; &#1; <br>",
    "xml": "<vraag> <nr> <al> <noot> <noot.nr> <antwoord> <extref doc=\" <tussenkop> <lijst> <li> <nootref refid=\" id=\" <sup> <![CDATA[ ]]>",
    "word": "<w:p> <w:r> <w:t> <w:footnoteReference w:id=\" <w:numPr> <w:ilvl w:val=\" <w:tbl> <w:hyperlink r:id=\" <w:fldChar w:fldCharType=\" <w:instrText> <w:vertAlign",
    "opendocument": "<text:p> <text:note> <text:list> <text:list-item> <text:h> <text:span text:style-name=\" <text:s text:c=\" <table:table-cell> <text:a xlink:href=\"",
    "pdf": "<page number=\" <text top=\" left=\" width=\" height=\" font=\" <fontspec id=\" size=\" <b> </b> <i> <a href=\"",
    "sru": "<record> <meta> <dcterms:identifier> <creator> <itemUrl manifestation=\" <numberOfRecords> <nextRecordPosition> <diagnostics> <message> ah-tk-20232024-964",
    "odata": "\"value\" \"Id\" \"DocumentNummer\" \"Datum\" \"Onderwerp\" \"@odata.nextLink\" \"Verwijderd\" \"error\" \"Aanhangselnummer\" 2024D40329",
    "address": "http:// https:// www. :443 :80 ?utm_source= &did= zoek.officielebekendmakingen.nl eur-lex.europa.eu/legal-content/NL/TXT/?uri=CELEX: deeplink.rechtspraak.nl/uitspraak?id= %20 #",
    "escaping": "\\N \\\\ &lt; &amp; <script> ]]> --> = + - @ \u202e \u2066 \u2028 \u009b",
}


def pieces():
    """Inputs of the text cases, and paragraphs of the letters in seeds/."""
    for path in sorted((ROOT / "Tests/Cases").rglob("*.case")):
        for case in re.split(r"^=+$", path.read_text(), flags=re.M):
            yield re.sub(r"^# .*\n", "", case, flags=re.M).split("\n.\n")[0].strip()
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield from path.read_text().split("\n\n")


def dressed(target, text):
    """A piece as a target takes it; None for one that is nothing to it."""
    plain = html.escape(text)
    paragraphs = plain.split("\n")
    if target == "html":
        return "<!DOCTYPE html><html><body>" + "".join(f"<p>{line}" for line in paragraphs)
    if target == "xml":
        lines = "".join(f"<al>{line}</al>" for line in paragraphs)
        return f"<kamervragen><vraag><nr>Vraag 1</nr>{lines}</vraag><antwoord><nr>Antwoord 1</nr>{lines}<noot id='a'><noot.nr>1</noot.nr><noot.al>{plain}</noot.al></noot></antwoord></kamervragen>"
    if target == "word":
        lines = "".join(f"<w:p><w:r><w:t>{line}</w:t></w:r></w:p>" for line in paragraphs)
        return f'<w:document xmlns:w="w" xmlns:r="r"><w:body>{lines}</w:body></w:document>'
    if target == "opendocument":
        lines = "".join(f"<text:p>{line}</text:p>" for line in paragraphs)
        return f'<o:document-content xmlns:o="o" xmlns:text="t" xmlns:xlink="x" xmlns:table="b"><o:body><o:text>{lines}</o:text></o:body></o:document-content>'
    if target == "pdf":
        lines = "".join(
            f'<text top="{100 + 20 * place}" left="100" width="400" height="15" font="0">{line}</text>'
            for place, line in enumerate(paragraphs))
        return f'<pdf2xml><page number="1" height="1262" width="892"><fontspec id="0" size="13"/>{lines}</page></pdf2xml>'
    if target == "address":
        found = re.search(r"(https?://|www\.)\S+", text)
        return found and found[0]
    if target == "sru":
        return f"<searchRetrieveResponse><numberOfRecords>1</numberOfRecords><records><record><meta><a><identifier>ah-tk-20232024-964</identifier><title>{plain[:80]}</title><creator>BZK</creator></a></meta><enrichedData><itemUrl manifestation='xml'>/a.xml</itemUrl></enrichedData></record></records></searchRetrieveResponse>"
    if target == "odata":
        row = {
            "Id": "3ccf529a-1e25-49d3-81a8-c60621884b39", "DocumentNummer": "2024D40329", "Onderwerp": text[:80], "Soort": "Brief regering",
            "Datum": "2024-05-03T00:00:00+02:00", "Aanhangselnummer": "232400964", "Zaak": [{"Nummer": "2024Z01234", "Soort": "Schriftelijke vragen"}],
        }
        return json.dumps({"value": [row]}, ensure_ascii=False)
    return text


def write(target, folder):
    """Writes seeds and the words of a target below a folder: `seeds/…` and `words`."""
    seeds = folder / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for number, piece in enumerate(pieces()):
        text = dressed(target, piece[:LONGEST])
        if text:
            (seeds / f"{number:04}").write_text(text)
    if target == "word":
        more = ['<w:numbering xmlns:w="w"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="5"><w:abstractNumId w:val="0"/></w:num></w:numbering>', "",
                '<w:footnotes xmlns:w="w"><w:footnote w:id="2"><w:p><w:r><w:t>Kamerstuk 35 165, nr. 97</w:t></w:r></w:p></w:footnote></w:footnotes>',
                '<Relationships><Relationship Id="rId1" TargetMode="External" Target="https://www.nos.nl/a"/></Relationships>']
        body = '<w:document xmlns:w="w" xmlns:r="r"><w:body><w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="5"/></w:numPr></w:pPr><w:r><w:t>A</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:hyperlink r:id="rId1"><w:r><w:t>B</w:t></w:r></w:hyperlink></w:p></w:body></w:document>'
        (seeds / "parts").write_text("\0".join([body, *more]))
    words = WORDS + TAGS.get(target, "").split(" ")
    lines = ("".join(chr(byte) if 0x20 < byte < 0x7F and byte not in b'"\\' else f"\\x{byte:02x}" for byte in word.encode()) for word in words if word)
    (folder / "words").write_text("".join(f'"{line}"\n' for line in lines))
