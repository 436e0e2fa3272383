/** The index: one calm table that scrolls sideways in its own frame where the window is narrow. */
import {SHARED_STYLE} from './style.js'

export const INDEX_STYLE = `${SHARED_STYLE}
header, main { max-width: 80rem; margin: 0 auto; padding: 0 1.5rem; }
header { padding-top: 1.5rem; }
main { padding-bottom: 3rem; overflow-x: auto; font-size: .875rem; }
.find label { display: flex; gap: .6rem; align-items: center; }
.find { display: flex; gap: 1rem; align-items: center; margin: 0 0 1rem; font-size: .875rem; }
.find input { width: 16rem; max-width: 60vw; padding: .2rem .5rem; background: var(--paper); border: 1px solid var(--faint); border-radius: .25rem; }
#found { color: var(--faint); }
table { width: 100%; }
caption { padding-bottom: .5rem; }
#documents:focus { outline: none; }
th, td { padding: .4rem .75rem; text-align: start; vertical-align: top; font-weight: 400; border-bottom: 1px solid var(--rule); }
th:first-child, td:first-child { padding-inline-start: 0; }
tbody th { min-width: 16rem; }
thead th { padding-block: .25rem; border-bottom: 1px solid var(--faint); white-space: nowrap; }
tfoot :is(th, td) { border-bottom: 0; font-weight: 600; }
.n { text-align: end; white-space: nowrap; }
thead button { padding: .1rem 0; border: 0; color: var(--faint); }
thead button:hover { color: var(--ink); text-decoration: underline; }
:root:not(.js) thead button { pointer-events: none; }
[aria-sort] button { color: var(--ink); font-weight: 600; }
[aria-sort=ascending] button::after { content: " ↑" / ""; }
[aria-sort=descending] button::after { content: " ↓" / ""; }
small { color: var(--faint); font-size: inherit; }
tbody td:nth-child(2) { font-family: var(--text); font-size: 1rem; line-height: 1.35; }
tbody td:nth-child(3) { min-width: 6.5rem; }
.unchanged { color: var(--faint); }
.rejected { color: var(--removed); }
tbody tr:hover { background: var(--desk); }
@media (max-width: 56rem) { header, main { padding-inline: 1rem; } th, td { padding-inline: .5rem; } tbody th { min-width: 11rem; } tbody td:nth-child(2) { min-width: 12rem; } }
@media print { main { overflow: visible; } thead button { padding: 0; } }
`
