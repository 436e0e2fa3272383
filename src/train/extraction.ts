/**
 * Trains the classifiers of the boilerplate stage. Run by hand:
 *
 *     node dist/train/extraction.js --pages FOLDER --held-out tests/eval/extraction/held-out.txt --out rules/boilerplate
 *
 * FOLDER holds pages with their articles (see `extraction-pages.ts`). Those that are held out are not looked at. Writes
 * `web.trees` (blocks of web pages) and `lines.trees` (lines of text that lost its tags). The same input gives the same
 * bytes. `--folds N` writes nothing and tells how well models of N parts do on the part that each has not seen.
 */
import {writeFileSync} from 'node:fs'
import path from 'node:path'
import {parseArgs} from 'node:util'
import type {WebPage} from '../draft/index.js'
import {probabilitiesOf} from '../matching/tree-ensemble.js'
import {packTrees} from '../matching/tree-file.js'
import {LINE_FEATURES, type Line, lineFeatures} from '../stages/boilerplate/lines/features.js'
import {lookAt} from '../stages/boilerplate/look.js'
import {FEATURES} from '../stages/boilerplate/web/feature-names.js'
import {featuresOf} from '../stages/boilerplate/web/features.js'
import {Outline} from '../stages/boilerplate/web/outline.js'
import {type BoostingOptions, boost, type Examples} from './boosting.js'
import {heldOutIds, readTruePage, truthOf} from './extraction-pages.js'
import {labelsOf} from './labels.js'

/** Few leaves, few features a tree: blocks are many, but pages are few. */
const BOOSTING: BoostingOptions = {
  trees: 300,
  leaves: 16,
  rate: 0.05,
  leastHessian: 2,
  l2: 5,
  featureShare: 0.2,
  pageShare: 0.6,
  seed: 1,
}

/** The blocks or lines of one page. */
interface Sample {
  readonly rows: Float32Array
  readonly labels: Uint8Array
  readonly tokens: readonly number[]
  /** Host of the page: all of a site falls into one part. */
  readonly host: string
}

const {values} = parseArgs({
  options: {pages: {type: 'string'}, 'held-out': {type: 'string'}, out: {type: 'string'}, folds: {type: 'string'}},
})
if (!values.pages || !values['held-out'] || !(values.out || values.folds))
  throw new Error('Expected --pages FOLDER, --held-out FILE, and --out FOLDER or --folds N')
const say = (line: string): void => void process.stdout.write(`${line}\n`)

const heldOut = heldOutIds(values['held-out'])
const web: Sample[] = []
const lines: Sample[] = []
for (const truth of truthOf(values.pages)) {
  if (heldOut.has(truth.id)) continue
  const {page} = readTruePage(values.pages, truth)
  const labels = labelsOf(
    page.blocks.map(({text}) => text),
    truth.text,
  )
  const host = URL.canParse(truth.url) ? new URL(truth.url).hostname.replace(/^www\./, '') : truth.id
  const tokens = page.blocks.map(({text}) => lookAt(text).tokens)
  web.push({rows: featuresOf(new Outline(page)), labels, tokens, host})
  // As text that keeps links and headings, and as text that kept nothing.
  for (const isMarked of [false, true]) lines.push({rows: rowsOf(linesOf(page, isMarked)), labels, tokens, host})
  lines.push(article(truth.text, host))
}
say(`${web.length} pages, ${web.reduce((sum, {tokens}) => sum + tokens.length, 0)} blocks`)
train('web', web, FEATURES)
train('lines', lines, LINE_FEATURES)

function rowsOf(lines: readonly Line[]): Float32Array {
  const looks = lines.map(({text}) => lookAt(text))
  return lineFeatures(lines, looks)
}

function linesOf({blocks, elements}: WebPage, isMarked: boolean): Line[] {
  return blocks.map(({text, linkLength, container}) => {
    const name = elements.names[container] ?? ''
    return {
      text: text.replace(/\s+/g, ' '),
      linkShare: isMarked ? Math.min(1, linkLength / text.length) : 0,
      heading: isMarked ? Number(/^h([1-6])$/.exec(name)?.[1] ?? 0) : 0,
      isItem: isMarked && name === 'li',
    }
  })
}

/** An article by itself: nothing of it may go. */
function article(text: string, host: string): Sample {
  const own = text.split('\n').filter((line) => line.trim() !== '')
  const plain = own.map((line) => ({text: line.trim(), linkShare: 0, heading: 0, isItem: false}))
  return {
    rows: rowsOf(plain),
    labels: new Uint8Array(own.length).fill(1),
    tokens: plain.map((line) => lookAt(line.text).tokens),
    host,
  }
}

function train(name: string, samples: readonly Sample[], features: readonly string[]): void {
  if (values.folds) {
    validate(name, samples, features, Number(values.folds))
    return
  }
  const trees = boost(examplesOf(samples, features.length), BOOSTING, (tree, loss) => {
    if (tree % 50 === 0) say(`${name}: ${tree} trees, loss ${loss.toFixed(4)}`)
  })
  const bytes = packTrees(trees, features)
  writeFileSync(path.join(values.out!, `${name}.trees`), new Uint8Array(bytes))
  say(`${name}: ${bytes.byteLength} bytes`)
}

/** Pages count alike, whatever their length; long blocks count more than short ones, but less than by their length. */
function examplesOf(samples: readonly Sample[], width: number): Examples {
  const count = samples.reduce((sum, {labels}) => sum + labels.length, 0)
  const examples = {
    rows: new Float32Array(count * width),
    width,
    pages: new Uint32Array(count),
    labels: new Float32Array(count),
    weights: new Float32Array(count),
  }
  let at = 0
  for (const [page, {rows, labels, tokens}] of samples.entries()) {
    examples.rows.set(rows, at * width)
    const all = tokens.reduce((sum, own, i) => sum + own * (labels[i] ? 1 : 0.15), 100)
    for (const [i, label] of labels.entries()) {
      examples.labels[at] = label
      examples.pages[at] = page
      examples.weights[at] = (tokens[i]! + 2) ** 0.6 / all
      at++
    }
  }
  const mean = examples.weights.reduce((sum, weight) => sum + weight, 0) / count
  for (const [i, weight] of examples.weights.entries()) examples.weights[i] = weight / mean
  return examples
}

/** How much of the text falls on the right side, by page, with models that have not seen the page's site. */
function validate(name: string, samples: readonly Sample[], features: readonly string[], folds: number): void {
  const foldOf = ({host}: Sample): number => [...host].reduce((sum, char) => sum * 31 + char.charCodeAt(0), 7) % folds
  let [precision, recall, kept] = [0, 0, 0]
  for (let fold = 0; fold < folds; fold++) {
    const trees = boost(
      examplesOf(
        samples.filter((sample) => foldOf(sample) !== fold),
        features.length,
      ),
      BOOSTING,
    )
    for (const {rows, labels, tokens} of samples.filter((sample) => foldOf(sample) === fold)) {
      const likely = probabilitiesOf(trees, rows, features.length)
      const sums = {right: 0, chosen: 0, true: 0}
      for (const [i, label] of labels.entries()) {
        const isChosen = likely[i]! >= 0.45
        if (isChosen) sums.chosen += tokens[i]!
        if (label) sums.true += tokens[i]!
        if (isChosen && label) sums.right += tokens[i]!
      }
      recall += sums.right / Math.max(1, sums.true) / samples.length
      if (sums.chosen > 0) {
        precision += sums.right / sums.chosen
        kept++
      }
    }
  }
  precision /= kept
  const f1 = (2 * precision * recall) / (precision + recall)
  say(`${name}: tokens, F1 ${f1.toFixed(4)} precision ${precision.toFixed(4)} recall ${recall.toFixed(4)}`)
}
