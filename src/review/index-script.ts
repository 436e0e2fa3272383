/** What runs in the index: sorting by a column, finding by words. */
export const INDEX_SCRIPT = String.raw`
'use strict';
(() => {
  document.documentElement.classList.add('js')
  const table = document.getElementById('documents'), body = table.tBodies[0]
  const find = document.getElementById('find'), found = document.getElementById('found')
  const headings = Array.from(table.tHead.rows[0].cells)
  const rows = Array.from(body.rows, (row, i) => ({row, i, text: row.textContent.toLowerCase()}))
  const collator = new Intl.Collator(undefined, {numeric: true})

  // Numbers largest first, words from A; the same heading again turns it round. Rows that are equal keep their order.
  const sort = (heading) => {
    const column = headings.indexOf(heading), isNumber = heading.classList.contains('n')
    const before = heading.getAttribute('aria-sort')
    const isDown = before ? before === 'ascending' : isNumber
    for (const other of headings) other.removeAttribute('aria-sort')
    heading.setAttribute('aria-sort', isDown ? 'descending' : 'ascending')
    const valueOf = ({row}) => {
      const cell = row.cells[column]
      return isNumber ? Number(cell.dataset.v) : cell.textContent
    }
    const values = new Map(rows.map((entry) => [entry, valueOf(entry)]))
    const compare = isNumber ? (a, b) => a - b : collator.compare
    rows.sort((a, b) => compare(values.get(a), values.get(b)) * (isDown ? -1 : 1) || a.i - b.i)
    body.append(...rows.map(({row}) => row))
  }

  const search = () => {
    const words = find.value.toLowerCase().split(/\s+/)
    let count = 0
    for (const {row, text} of rows) {
      row.hidden = !words.every((word) => text.includes(word))
      if (!row.hidden) count++
    }
    found.textContent = find.value.trim() === '' ? '' : count + ' of ' + rows.length + ' shown'
  }

  table.tHead.addEventListener('click', ({target}) => {
    const button = target instanceof Element && target.closest('button')
    if (button) sort(button.parentElement)
  })
  find.addEventListener('input', search)
  document.addEventListener('keydown', (event) => {
    if (event.key !== '/' || event.ctrlKey || event.altKey || event.metaKey || event.target === find) return
    event.preventDefault()
    find.focus()
  })
})()
`
