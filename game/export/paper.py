"""How a page to keep is printed: its style sheet, and text made safe for it.

The inks are the window's. On paper the grounds go, and what they told is told by lines.
"""

from __future__ import annotations

import html
import re

_NO_TEXT = re.compile(r"[\0-\x08\x0b-\x1f\x7f-\x9f\ud800-\udfff\ufdd0-\ufdef\ufffe\uffff]")
"""What HTML allows nowhere (HTML, section 13.2.3.5), and what UTF-8 cannot hold."""


def escaped(text: str) -> str:
    """Text as it stands in HTML, between tags or in a quoted attribute.

    >>> escaped('"Roy & Les" <b>')
    '&quot;Roy &amp; Les&quot; &lt;b&gt;'
    """
    return html.escape(_NO_TEXT.sub("\ufffd", text), quote=True)


STYLE = """\
:root { --paper: #f3e7ce; --key: #1a1614; --grey: #4c443c; --line: #1a1614; }
* { box-sizing: border-box; }
html { background: var(--paper); color: var(--key); }
body { margin: 0; font: 1.0625rem/1.5 "Atkinson Hyperlegible Next", "Atkinson Hyperlegible",
  Verdana, "DejaVu Sans", sans-serif; overflow-wrap: break-word; }
main { max-width: 40rem; margin: 0 auto; padding: 2.5rem 1.25rem 4rem; }
h1, h2 { font-family: "League Gothic", "Oswald", "Franklin Gothic Condensed", "Arial Narrow",
  "Liberation Sans Narrow", Impact, sans-serif; font-weight: 700; text-transform: uppercase;
  line-height: 1.1; margin: 0; text-wrap: balance; }
h1 { font-size: 3rem; }
h2 { font-size: 1.75rem; border-top: 4px solid var(--line); padding-top: .7rem;
  margin: 2.6rem 0 .8rem; }
h3 { font-size: 1.0625rem; line-height: 1.35; margin: 1.6rem 0 .4rem; }
p, ul, ol, table { margin: .55rem 0; }
ul, ol { padding-left: 1.4rem; }
li { margin: .3rem 0; padding-left: .2rem; }
.where, .sources, .quiet { color: var(--grey); font-size: .9375rem; }
.where { margin: .3rem 0 .8rem; }
header .where { margin: .15rem 0; }
header .box { margin-top: 1.1rem; }
li .where { font-size: .875rem; margin-left: .4rem; }
h3 + .where { margin-top: -.2rem; }
.box { border: 2px solid var(--line); padding: .75rem 1rem; margin: .9rem 0; }
.box > :first-child { margin-top: 0; }
.box > :last-child { margin-bottom: 0; }
.label { display: inline-block; background: var(--key); color: var(--paper);
  padding: .05rem .6rem .1rem; font-weight: 700; font-size: .9375rem; }
table { border-collapse: collapse; width: 100%; font-size: .9375rem; line-height: 1.4; }
th, td { text-align: left; vertical-align: top; padding: .35rem .9rem .4rem 0;
  border-bottom: 1px solid var(--line); }
th:last-child, td:last-child { padding-right: 0; }
thead th { border-bottom-width: 2px; }
tbody th { width: 27%; }
.hand { width: 8.2em; }
.chosen { border-left: 6px solid var(--key); padding: .1rem 0 .1rem .9rem; margin: 1rem 0 1.3rem;
  font-weight: 700; }
.speaker { font-weight: 700; margin: 1.1rem 0 -.3rem; text-transform: uppercase;
  font-size: .9375rem; letter-spacing: .03em; }
@page { size: A4; margin: 18mm 20mm 20mm; }
@media print {
  :root { --paper: #fff; --key: #000; --grey: #333; --line: #000; }
  html { font-size: 9.9pt; }
  body { line-height: 1.42; }
  main { max-width: none; padding: 0; }
  h1, h2, h3, .speaker, .where, thead { break-after: avoid; }
  h3 + .chosen { break-after: avoid; }
  .box, ol, li, tr, .chosen { break-inside: avoid; }
  p, li { orphans: 2; widows: 2; }
  .label { background: none; color: #000; border: 1.5pt solid #000; }
  .play { break-before: page; }
  .play h2 { border-top: 0; margin-top: 0; padding-top: 0; }
}
"""
