/**
 * A document's page: a column of about seventy characters on paper, an editor's marks in it, the note beside it.
 *
 * Removed is struck through and inserted underlined, remarks are underlined with dots or dashes; colour only helps.
 * Words that a screen reader says and symbols of what cannot be seen are drawn by this sheet, so that they are no part
 * of the text. The words have no size and are held by no-break spaces: they move nothing and let no line break in.
 */
import {SHARED_STYLE} from './style.js'

const LAYOUT = `
header, .desk, #notes { max-width: 70rem; margin: 0 auto; padding: 0 1.5rem; }
header { display: grid; grid-template-columns: minmax(0, 1fr) minmax(25rem, max-content); gap: 0 3rem; align-items: end; padding-top: 1.25rem; }
header > * { grid-column: 1 / -1; }
header > .facts { grid-column: 1; }
header > #filters, header > .nothing { grid-column: 2; }
.up { margin: 0; font-size: .875rem; }
.rejected { margin: 0 0 1rem; padding: .6rem .9rem; border: 1px solid var(--removed); border-left-width: 4px; background: var(--removed-ground); }
.facts { margin: 0 0 .9rem; font-size: .875rem; }
.facts div { display: grid; grid-template-columns: 5.5rem minmax(0, 1fr); }
.facts dt { color: var(--faint); }
.facts dd { margin: 0; }
#filters { overflow-x: auto; font-size: .8125rem; }
#filters table { margin-bottom: .75rem; }
#filters caption { padding-bottom: .25rem; white-space: nowrap; }
#filters th { font-weight: 400; text-align: start; }
#filters th[scope=col], #filters td { padding: .15rem .75rem; text-align: end; }
#filters tbody { border-top: 1px solid var(--rule); }
#filters tbody th { padding: .15rem .75rem .15rem 0; }
#filters label, #bar label { cursor: pointer; white-space: nowrap; }
#filters input, #bar input { vertical-align: -.12em; margin: 0 .2em 0 0; }
.nothing { margin: 0 0 .9rem; font-size: .875rem; color: var(--faint); }
#bar { position: sticky; top: 0; z-index: 3; display: flex; flex-wrap: wrap; align-items: center; gap: .25rem 1.5rem;
  padding: .45rem max(1.5rem, 50vw - 33.5rem); font-size: .8125rem; background: var(--desk); border-block: 1px solid var(--rule); }
#shown { margin: 0; min-width: 15em; font-weight: 600; }
#bar .sure input { width: 8rem; vertical-align: middle; }
#least { display: inline-block; min-width: 1.6em; text-align: end; font-variant-numeric: tabular-nums; }
#ask { margin-left: auto; }
.desk { display: grid; grid-template-columns: minmax(0, 39rem) minmax(15rem, 1fr); gap: 3rem; align-items: start; }
:root:not(.js) .desk { display: block; }
`

const ARTICLE = `
main { min-width: 0; }
#article { max-width: 39rem; padding: 1.75rem 0 2.5rem; font: 1.125rem/1.62 var(--text); }
#article:focus { outline: none; }
.g { content-visibility: auto; contain-intrinsic-size: auto 60rem; padding-inline: .4rem; margin-inline: -.4rem; }
#article p { margin: 0; padding-bottom: .4rem; white-space: pre-wrap; tab-size: 4; }
#article p.rest { margin-top: -.4rem; }
#article p.e { height: .7rem; padding: 0; overflow: hidden; }
#article p.bar { border-inline-start: 2px dotted var(--seen); padding-inline-start: .75rem; margin-inline-start: calc(-.75rem - 2px); }
.c, .m { color: inherit; text-decoration: none; border-radius: 2px; }
.c, .m, summary { scroll-margin-block: 4.5rem; }
a[href].c, a[href].m { cursor: pointer; }
del { color: var(--removed); text-decoration: line-through; text-decoration-thickness: 1.5px; unicode-bidi: isolate; }
ins { color: var(--inserted); text-decoration: underline; text-decoration-thickness: 1.5px; text-underline-offset: .16em; unicode-bidi: isolate; }
del + ins { margin-inline-start: .18em; }
mark { color: inherit; background: none; }
.m { text-decoration: underline 1.5px dotted var(--seen); text-underline-offset: .2em; }
.m.proposed { text-decoration-style: dashed; }
.m.overruled, .m.refused, .m.applied { text-decoration-color: var(--faint); }
.m[data-l]::after { content: " → " attr(data-l); display: inline-block; white-space: pre; margin-inline-end: .15em; unicode-bidi: isolate; font: .75em var(--plain); color: var(--seen); }
.flag[data-l]::after { content: attr(data-l); padding: 0 .4em; margin-inline-end: .3em; border: 1px dotted var(--seen); border-radius: 2px; }
.c:hover del, .now del { background: var(--removed-ground); }
.c:hover ins, .now ins { background: var(--inserted-ground); }
.m:hover, .m.now { background: var(--desk); }
a.now { outline: 1px solid var(--focus); outline-offset: 1px; }
a.now:focus { outline-width: 2.5px; }
.ch { font-size: 0; font-style: normal; }
.ch::before { content: attr(data-s); content: attr(data-s) / attr(title); font: 600 .75rem/1 var(--plain); letter-spacing: .02em; padding: 0 .1em; margin: 0 .05em; border: 1px solid; border-radius: 2px; opacity: .85; }
.ch:is([data-s="␣"], [data-s="↵"], [data-s="⇥"])::before { font-size: .95rem; }
del .nl { white-space: normal; }
:is(a.c:not(.off), .change) :is(del, ins)::before { font-size: 0; }
:is(a.c:not(.off), .change) del::before { content: "\\a0removed\\a0"; }
:is(a.c:not(.off), .change) ins::before { content: "\\a0inserted\\a0"; }
details.c { margin: .1rem 0 .55rem; font-size: .9375rem; }
details.c summary { width: fit-content; max-width: 100%; padding: .05rem .5rem; font: .8125rem/1.5 var(--plain); color: var(--faint); border: 1px solid var(--rule); border-radius: .25rem; cursor: pointer; }
details.c summary b { font-weight: 600; color: var(--removed); }
details.c summary bdi { text-decoration: line-through; }
details.c summary:hover, details.c.now summary { color: var(--ink); border-color: var(--removed); }
details.c .tail { display: none; }
details[open].c > p { padding: .4rem 0 .4rem .75rem; border-inline-start: 2px solid var(--removed); }
.source p { white-space: pre-wrap; }
.source summary { font: .875rem var(--plain); cursor: pointer; }
.off del, details.off, .m.off[data-l]::after, .off .ch:not([data-c])::before { display: none; }
.off ins, .m.off { color: inherit; text-decoration: none; unicode-bidi: normal; }
.off .ch:not([data-c]) { font-size: inherit; }
.c.off:hover ins, .m.off:hover { background: none; }
.off del + ins { margin: 0; }
`

const PANEL = `
#panel { position: sticky; top: 4rem; max-height: calc(100vh - 5rem); overflow-y: auto; margin-top: 1.75rem; padding: .25rem 0 1rem 1.25rem; border-inline-start: 1px solid var(--rule); font-size: .875rem; }
#panel:focus { outline: none; }
#panel:focus-visible { outline: 2px solid var(--focus); }
#panel p { margin: 0 0 .6rem; }
.where { display: flex; align-items: center; gap: .4rem; color: var(--faint); }
#where { margin-inline-end: auto; }
#panel .hint { color: var(--faint); }
#panel .change { font: 1.25rem/1.4 var(--text); }
#panel .change :is(del, ins) { white-space: pre-wrap; }
#panel .codes { margin-top: -.4rem; font: .75rem var(--code); color: var(--faint); }
#panel .said { font-weight: 600; }
.said bdi { font: 1.1em var(--text); }
.said bdi::before { content: "“"; }
.said bdi::after { content: "”"; }
#panel section + section { margin-top: 1rem; padding-top: .75rem; border-top: 1px solid var(--rule); }
#panel .faint { color: var(--faint); }
#panel dl { margin: 0; }
#panel dl div { display: grid; grid-template-columns: 6.5em minmax(0, 1fr); }
#panel dt { color: var(--faint); }
#panel dd { margin: 0; }
kbd, code { font: .9em var(--code); }
kbd { padding: 0 .35em; border: 1px solid var(--rule); border-radius: .2rem; }
#notes { padding-top: .5rem; padding-bottom: 4rem; border-top: 1px solid var(--rule); font-size: .875rem; }
#notes:focus { outline: none; }
#article, #notes, .rule, .rule li { scroll-margin-top: 3.25rem; }
.rule { max-width: 46rem; margin-bottom: 1.75rem; content-visibility: auto; contain-intrinsic-size: auto 20rem; }
.rule h3 { margin: 0 0 .25rem; font: 600 .875rem var(--code); }
.rule p { margin: 0; color: var(--faint); }
.rule ol { margin: .4rem 0 0; padding-inline-start: 2.75rem; }
.rule li::marker { color: var(--faint); }
.rule small, .rule q { color: var(--faint); font-size: inherit; }
.rule small { margin-inline-start: .5em; }
li:target { background: var(--desk); outline: 1px solid var(--rule); }
dialog { max-width: 30rem; padding: 1.25rem 1.75rem; color: var(--ink); background: var(--paper); border: 1px solid var(--rule); border-radius: .4rem; font-size: .9375rem; }
dialog::backdrop { background: rgb(0 0 0 / .35); }
dialog h2 { margin: 0 0 .75rem; }
dialog dl div { display: grid; grid-template-columns: 7em 1fr; padding: .15rem 0; }
dialog dd { margin: 0; }
`

const NARROW = `
@media (max-width: 56rem) {
  header, .desk, #notes { padding-inline: 1rem; }
  #bar { padding-inline: 1rem; }
  h1 { font-size: 1.5rem; }
  .desk { display: block; }
  #article { max-width: 100%; padding-block: 1.25rem; font-size: 1.0625rem; }
  .g { padding-inline: .3rem; margin-inline: -.3rem; }
  header { display: block; }
  #bar { position: static; }
  .c, .m, summary { scroll-margin-block: 2rem; }
  #panel { position: fixed; inset: auto 0 0; top: auto; z-index: 4; max-height: 45vh; margin: 0; padding: .75rem 1rem; background: var(--paper); border: 0; border-top: 2px solid var(--rule); display: none; }
  .chosen #panel { display: block; }
  .chosen #notes { padding-bottom: 50vh; }
}
`

const PRINT = `
@media print {
  header, .desk, #notes { max-width: none; padding-inline: 0; }
  .desk { display: block; }
  .g, .rule { content-visibility: visible; }
  #article { max-width: none; font-size: 11pt; }
  a.now { outline: none; }
  h1, h2, h3, summary { break-after: avoid; }
}
`

export const DOCUMENT_STYLE = SHARED_STYLE + LAYOUT + ARTICLE + PANEL + NARROW + PRINT
