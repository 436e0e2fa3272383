/** Why spun words are not restored: every marked place of spun texts, by what became of it. */
import {Draft} from '../../src/draft/index.js'
import {installedRules} from '../../src/index.js'
import {NgramModel} from '../../src/matching/ngram-model.js'
import {rulesOf} from '../../src/rules/rule.js'
import {calibrated} from '../../src/stages/unspin/calibration.js'
import {pairsOf} from '../../src/stages/unspin/compile-lexicon.js'
import type {Judge} from '../../src/stages/unspin/judged.js'
import {choicesOf} from '../../src/stages/unspin/ranker.js'
import {Restorer} from '../../src/stages/unspin/restorer.js'
import type {Mark, MarkedText} from './score.js'

const KINDS = [
  'restored',
  'the text passes for clean, or is in doubt',
  'the form is not in the lexicon',
  'the original is not among its candidates',
  'the original is not on the shortlist',
  'kept as it stands, the original being the best candidate',
  'kept as it stands, another candidate being better',
  'right, but not sure enough',
  'another candidate chosen',
] as const
type Kind = (typeof KINDS)[number]

/** From how much confidence on the policy applies what `unspin` proposes. */
const LEAST = 0.45

/** How many marks of each kind there are, and some of each. */
export function classify(texts: readonly MarkedText[], judge?: Judge): string[] {
  const rules = rulesOf(installedRules(), 'unspin')
  const restorer = new Restorer(rules, judge)
  const known = pairsOf(rules.tables, NgramModel.read(rules.models.get('unspin/english.ngrams')!))
  const found = new Map<Kind, string[]>(KINDS.map((kind) => [kind, []]))
  for (const text of texts) {
    for (const [mark, kind] of kindsIn(text, restorer, known)) {
      found.get(kind)!.push(`${text.spun.slice(mark.start, mark.end)} (${mark.accepted[0]})`)
    }
  }
  const all = [...found.values()].reduce((sum, each) => sum + each.length, 0)
  return KINDS.map((kind) => {
    const each = found.get(kind)!
    const some = each.filter((_, i) => i % Math.ceil(each.length / 6) === 0).join(', ')
    return `${((100 * each.length) / all).toFixed(1).padStart(5)} %  ${kind}: ${some}`
  })
}

function* kindsIn(
  {spun, marks}: MarkedText,
  restorer: Restorer,
  known: ReturnType<typeof pairsOf>,
): Iterable<[Mark, Kind]> {
  const draft = new Draft(spun, {parse: () => ({type: 'RootNode', children: []})})
  const evidence = restorer.suspicion(draft)
  const reading = restorer.read(draft)
  const stretches = evidence ? restorer.spunStretches(restorer.unquoted(draft, reading), evidence) : []
  const {words} = reading
  const places = stretches.length > 0 ? restorer.ranker.places(reading) : []
  const choices = choicesOf(places)
  const isSpun = restorer.verdictOn(stretches, choices) === 'spun'
  for (const mark of marks) {
    const isHere = ({arc}: {arc: {first: number; last: number}}): boolean =>
      words.starts[arc.first]! < mark.end && words.ends[arc.last - 1]! > mark.start
    const isRight = ({arc, pair}: {arc: {first: number; last: number}; pair: number}): boolean => {
      const [start, end] = [words.starts[arc.first]!, words.ends[arc.last - 1]!]
      const now = spun.slice(mark.start, start) + restorer.lexicon.original(pair) + spun.slice(end, mark.end)
      return start >= mark.start && end <= mark.end && mark.accepted.some((form) => same(form, now))
    }
    const candidates = places.flat().filter(isHere)
    const choice = choices.find(isHere)
    const originals = known.get(spun.slice(mark.start, mark.end).toLowerCase())
    if (!isSpun) yield [mark, 'the text passes for clean, or is in doubt']
    else if (choice && isRight(choice.ranked[0]!)) {
      const confidence = calibrated(choice.ranked[0]!.share, restorer.ranker.calibration)
      yield [mark, confidence >= LEAST ? 'restored' : 'right, but not sure enough']
    } else if (!candidates.some(isRight) && !originals) yield [mark, 'the form is not in the lexicon']
    else if (!candidates.some(isRight)) {
      const isListed = mark.accepted.some((form) => [...originals!.keys()].some((original) => same(original, form)))
      yield [mark, isListed ? 'the original is not on the shortlist' : 'the original is not among its candidates']
    } else if (choice) yield [mark, 'another candidate chosen']
    else {
      const best = candidates.reduce((a, b) => (b.score > a.score ? b : a))
      yield [
        mark,
        isRight(best)
          ? 'kept as it stands, the original being the best candidate'
          : 'kept as it stands, another candidate being better',
      ]
    }
  }
}

const same = (a: string, b: string): boolean => a.toLowerCase() === b.toLowerCase()
