"""Invented workbooks, made of as little as .xlsx and .ods files need."""

import io
import zipfile
from xml.sax.saxutils import escape, quoteattr


def archive(files):
    content = io.BytesIO()
    with zipfile.ZipFile(content, "w", zipfile.ZIP_DEFLATED) as file:
        for name, text in files.items():
            file.writestr(name, text)
    return content.getvalue()


def column(number):
    return chr(ord("A") + number)


def xlsx(sheets, links={}):
    """`sheets` are lists of rows by name; a cell is text, a number, ("date", serial) or
    ("link", address, text). `links` are addresses by place, of the first sheet."""
    strings = []
    files = {
        "[Content_Types].xml": "<Types/>",
        "xl/workbook.xml": '<workbook xmlns:r="r"><sheets>%s</sheets></workbook>'
        % "".join('<sheet name=%s sheetId="%d" r:id="rId%d"/>' % (quoteattr(name), i, i) for i, name in enumerate(sheets, 1)),
        "xl/_rels/workbook.xml.rels": "<Relationships>%s</Relationships>"
        % "".join('<Relationship Id="rId%d" Target="worksheets/sheet%d.xml"/>' % (i, i) for i in range(1, len(sheets) + 1)),
        "xl/styles.xml": '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="dd\\.mm\\.yyyy"/></numFmts>'
        '<cellXfs><xf numFmtId="0"/><xf numFmtId="170"/></cellXfs></styleSheet>',
    }
    for i, rows in enumerate(sheets.values(), 1):
        lines = []
        for r, row in enumerate(rows, 1):
            cells = []
            for c, cell in enumerate(row):
                place = "%s%d" % (column(c), r)
                if isinstance(cell, str):
                    strings.append(cell)
                    cells.append('<c r="%s" t="s"><v>%d</v></c>' % (place, len(strings) - 1))
                elif isinstance(cell, tuple) and cell[0] == "date":
                    cells.append('<c r="%s" s="1"><v>%s</v></c>' % (place, cell[1]))
                elif isinstance(cell, tuple):
                    formula = escape('HYPERLINK("%s","%s")' % cell[1:])
                    cells.append('<c r="%s" t="str"><f>%s</f><v>%s</v></c>' % (place, formula, escape(cell[2])))
                elif cell is not None:
                    cells.append('<c r="%s"><v>%r</v></c>' % (place, cell))
            lines.append('<row r="%d">%s</row>' % (r, "".join(cells)))
        link = "".join('<hyperlink ref="%s" r:id="l%d"/>' % (place, n) for n, place in enumerate(links)) if i == 1 else ""
        files["xl/worksheets/sheet%d.xml" % i] = (
            '<worksheet xmlns:r="r"><sheetData>%s</sheetData><hyperlinks>%s</hyperlinks></worksheet>' % ("".join(lines), link)
        )
    if links:
        files["xl/worksheets/_rels/sheet1.xml.rels"] = "<Relationships>%s</Relationships>" % "".join(
            '<Relationship Id="l%d" Target=%s/>' % (n, quoteattr(address)) for n, address in enumerate(links.values())
        )
    files["xl/sharedStrings.xml"] = "<sst>%s</sst>" % "".join("<si><t>%s</t></si>" % escape(text) for text in strings)
    return archive(files)


def ods(sheets):
    tables = []
    for name, rows in sheets.items():
        lines = []
        for row in rows:
            cells = []
            for cell in row:
                if isinstance(cell, str):
                    cells.append('<t:table-cell o:value-type="string"><x:p>%s</x:p></t:table-cell>' % escape(cell))
                elif isinstance(cell, tuple):
                    cells.append('<t:table-cell o:value-type="date" o:date-value="%s"><x:p>?</x:p></t:table-cell>' % cell[1])
                else:
                    cells.append('<t:table-cell o:value-type="float" o:value="%r"><x:p>?</x:p></t:table-cell>' % cell)
            lines.append("<t:table-row>%s<t:table-cell t:number-columns-repeated=\"1000\"/></t:table-row>" % "".join(cells))
        lines.append('<t:table-row t:number-rows-repeated="1048000"><t:table-cell t:number-columns-repeated="1024"/></t:table-row>')
        tables.append("<t:table t:name=%s>%s</t:table>" % (quoteattr(name), "".join(lines)))
    return archive(
        {
            "mimetype": "application/vnd.oasis.opendocument.spreadsheet",
            "content.xml": '<d xmlns:t="t" xmlns:o="o" xmlns:x="x">%s</d>' % "".join(tables),
        }
    )
