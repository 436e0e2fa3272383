/** Where the time of a run went, and what was found for it: by stage and by rule. */
import type {Timer} from '../rules/rule.js'
import type {LintResult} from './lint.js'

/** More rules than this nobody reads. */
const MOST_RULES = 25

export class RunProfile {
  readonly #started = performance.now()
  readonly #milliseconds = new Map<string, number>()
  readonly #findings = new Map<string, number>()

  /** Time of a stage holds that of its rules. */
  readonly timer: Timer = (name, run) => {
    const started = performance.now()
    const result = run()
    add(this.#milliseconds, name, performance.now() - started)
    return result
  }

  count({findings}: LintResult): void {
    for (const {rule} of findings) {
      add(this.#findings, rule, 1)
      add(this.#findings, rule.slice(0, rule.indexOf('/')), 1)
    }
  }

  /** Two tables: stages, and the rules that took longest or found most. */
  toString(): string {
    const whole = performance.now() - this.#started
    const names = [...new Set([...this.#milliseconds.keys(), ...this.#findings.keys()])]
    const stages = names.filter((name) => !name.includes('/'))
    const rules = names.filter((name) => name.includes('/')).sort((a, b) => this.#weight(b) - this.#weight(a))
    const inStages = stages.reduce((sum, name) => sum + (this.#milliseconds.get(name) ?? 0), 0)
    const rest = ['everything else', whole - inStages, whole] as const
    return [
      row('stage', 'ms', 'share', 'findings'),
      ...stages.map((name) => this.#row(name, whole)),
      row(rest[0], rest[1].toFixed(0), share(rest[1], whole), ''),
      '',
      row('rule', 'ms', 'share', 'findings'),
      ...rules.slice(0, MOST_RULES).map((name) => this.#row(name, whole)),
      ...(rules.length > MOST_RULES ? [`… and ${rules.length - MOST_RULES} more`] : []),
      'Phrases share one scan, so of rules only those with a regex have a time of their own.',
      '',
    ].join('\n')
  }

  #weight(name: string): number {
    return (this.#milliseconds.get(name) ?? 0) + (this.#findings.get(name) ?? 0)
  }

  #row(name: string, whole: number): string {
    const time = this.#milliseconds.get(name)
    const shown = time === undefined ? ['', ''] : [time.toFixed(0), share(time, whole)]
    return row(name, shown[0]!, shown[1]!, String(this.#findings.get(name) ?? 0))
  }
}

function add(sums: Map<string, number>, name: string, amount: number): void {
  sums.set(name, (sums.get(name) ?? 0) + amount)
}

const share = (part: number, whole: number): string => `${Math.round((100 * part) / whole)} %`

const row = (name: string, ...figures: readonly string[]): string =>
  [name.padEnd(36), ...figures.map((figure) => figure.padStart(9))].join('').trimEnd()
