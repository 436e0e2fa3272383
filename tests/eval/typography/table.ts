export const share = (count: number, of: number): string => (of === 0 ? 'n/a' : ((count / of) * 100).toFixed(1))

/** Figures as a Markdown table. */
export function table(title: string, head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`
  const rule = line(head.map((_, i) => (i === 0 ? '---' : '--:')))
  return ['', `**${title}**`, '', line(head), rule, ...rows.map(line)].join('\n')
}
