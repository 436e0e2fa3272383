/** What was found in a draft so far: each finding once, by its last state. */
import type {StageName} from './edit.js'
import type {Finding} from './finding.js'

export class Findings {
  readonly all: Finding[] = []
  /** Stages that have proposed before. */
  readonly #heard = new Set<StageName>()

  /**
   * A second round through the stages sees again what the first left open. A first round, which is all that most texts
   * need, looks nothing up.
   */
  remember(stage: StageName, findings: readonly Finding[]): void {
    const open = this.#heard.has(stage) ? this.#openOf(stage) : undefined
    this.#heard.add(stage)
    for (const finding of findings) {
      const known = open?.get(keyOf(finding))
      if (known === undefined) this.all.push(finding)
      else this.all[known] = finding
    }
  }

  /** Where the findings of a stage are that were not applied. */
  #openOf(stage: StageName): Map<string, number> {
    const open = new Map<string, number>()
    for (const [i, finding] of this.all.entries()) {
      if (finding.stage === stage && finding.state !== 'applied') open.set(keyOf(finding), i)
    }
    return open
  }
}

const keyOf = ({rule, start, end}: Finding): string => `${rule} ${start} ${end}`
