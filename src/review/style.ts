/**
 * What all pages look like: paper and ink, light or dark as the reader has it.
 *
 * Every text colour was chosen for a contrast of at least 4.5 to 1 on its ground in both schemes; nothing is said by
 * colour alone.
 */
export const SHARED_STYLE = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf8; --desk: #f4f2ec; --ink: #23201c; --faint: #68635b; --rule: #ddd8cd;
  --removed: #a3241c; --removed-ground: #fbeae6; --inserted: #11643a; --inserted-ground: #e3f2e6;
  --seen: #7d5400; --link: #23518f; --focus: #1d5fbf;
  --text: Charter, "Bitstream Charter", "Iowan Old Style", "Palatino Linotype", Georgia, "Liberation Serif", serif;
  --plain: system-ui, -apple-system, "Segoe UI", "Liberation Sans", sans-serif;
  --code: ui-monospace, "SF Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #1b1a18; --desk: #141312; --ink: #e9e4da; --faint: #a39c90; --rule: #3a3732;
    --removed: #f2a196; --removed-ground: #3a201d; --inserted: #8fd3a4; --inserted-ground: #173024;
    --seen: #e2b86b; --link: #9dbdf0; --focus: #86b3ff;
  }
}
* { box-sizing: border-box; }
html { font: 100%/1.5 var(--plain); color: var(--ink); background: var(--paper); }
body { margin: 0; overflow-wrap: anywhere; }
a { color: var(--link); text-underline-offset: .15em; }
h1, h2, h3 { line-height: 1.25; }
h1 { font: 600 1.9rem/1.2 var(--text); margin: .2rem 0 .8rem; text-wrap: balance; }
h2 { font: 600 1.25rem/1.3 var(--text); }
button, input { font: inherit; color: inherit; }
input { accent-color: var(--focus); }
button { padding: .1rem .6rem; color: inherit; background: none; border: 1px solid var(--rule); border-radius: .25rem; cursor: pointer; }
button:hover { border-color: var(--faint); }
:focus-visible { outline: 2px solid var(--focus); outline-offset: 2px; border-radius: 2px; }
table { border-collapse: collapse; font-variant-numeric: tabular-nums; }
caption { text-align: start; color: var(--faint); }
.skip { position: absolute; left: 1rem; top: -4rem; z-index: 9; padding: .4rem .8rem; background: var(--paper); border: 1px solid var(--rule); }
.skip:focus { top: .5rem; }
.unseen { position: absolute; width: 1px; height: 1px; margin: 0; overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
.none { color: var(--faint); }
:root:not(.js) .live { display: none !important; }
@media print {
  :root {
    --paper: #fff; --desk: #fff; --ink: #000; --faint: #444; --rule: #bbb;
    --removed: #8a1c15; --removed-ground: #fff; --inserted: #0c5430; --inserted-ground: #fff;
    --seen: #5c3d00; --link: #000; --focus: #000;
  }
  .live, .skip { display: none !important; }
}
`
