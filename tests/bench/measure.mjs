/** CPU seconds of this process, which other work on the machine disturbs less than the clock. */

const RUNS = 3

/** Best of three runs, after one that warms up, in MB (of UTF-8) per CPU second. */
export function throughput(documents, run) {
  const bytes = documents.reduce((sum, text) => sum + Buffer.byteLength(text), 0)
  for (const text of documents.slice(0, Math.ceil(documents.length / 4))) run(text)
  let least = Number.POSITIVE_INFINITY
  for (let i = 0; i < RUNS; i++) {
    const before = process.cpuUsage()
    for (const text of documents) run(text)
    const {user, system} = process.cpuUsage(before)
    least = Math.min(least, (user + system) / 1e6)
  }
  return bytes / 1e6 / least
}

/** Rows as aligned columns. */
export function table(title, rows) {
  const widths = rows[0].map((_, column) => Math.max(...rows.map((row) => String(row[column]).length)))
  const line = (row) =>
    row.map((cell, i) => (i === 0 ? String(cell).padEnd(widths[i]) : String(cell).padStart(widths[i]))).join('  ')
  process.stdout.write(`\n${title}\n${rows.map(line).join('\n')}\n`)
}

export const fixed = (value, digits = 1) => value.toFixed(digits)
