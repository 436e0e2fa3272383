/** The pages in a real browser: what is read, what keys do, and that a hostile document does nothing. */
import {existsSync, mkdtempSync, rmSync, writeFileSync} from 'node:fs'
import {tmpdir} from 'node:os'
import path from 'node:path'
import {pathToFileURL} from 'node:url'
import {type Browser, type BrowserContextOptions, chromium, type Page} from 'playwright-core'
import {afterAll, beforeAll, describe, expect, test} from 'vitest'
import type {Cleaned} from '../../src/clean.js'
import {documentPage, indexPage, pageSummary} from '../../src/review/page.js'
import {catalogue, documentOf, markedArticle, SLOT} from './documents.js'
import {HOSTILE} from './hostile.js'

const CHROMIUM = '/usr/bin/chromium'
const isInstalled = existsSync(CHROMIUM)
if (!isInstalled)
  console.warn(
    `\n!! NOT TESTED: the review pages in a browser. ${CHROMIUM} is missing; \`apt-get install chromium\`.\n`,
  )

const FLAGS = [
  '--headless',
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]

describe.skipIf(!isInstalled)('in Chromium', () => {
  let browser: Browser
  let folder: string
  let count = 0

  beforeAll(async () => {
    folder = mkdtempSync(path.join(tmpdir(), 'unspun-pages-'))
    browser = await chromium.launch({executablePath: CHROMIUM, args: FLAGS})
  })

  afterAll(async () => {
    await browser?.close()
    rmSync(folder, {recursive: true, force: true})
  })

  /** What the browser complained of or asked for, which should be nothing, beside the page itself. */
  interface Opened {
    readonly page: Page
    readonly trouble: string[]
  }

  async function open(html: string, options: BrowserContextOptions = {}): Promise<Opened> {
    const file = path.join(folder, `${count++}.html`)
    writeFileSync(file, html)
    const url = pathToFileURL(file).href
    const context = await browser.newContext({viewport: {width: 1280, height: 900}, ...options})
    const page = await context.newPage()
    const trouble: string[] = []
    page.on('console', (message) => trouble.push(message.text()))
    page.on('pageerror', (error) => trouble.push(error.message))
    page.on('dialog', (dialog) => {
      trouble.push(`dialog ${dialog.message()}`)
      void dialog.dismiss()
    })
    page.on('requestfinished', (request) => {
      if (request.url() !== url) trouble.push(`request ${request.url()}`)
    })
    page.on('requestfailed', (request) => {
      const {errorText} = request.failure() ?? {}
      if (request.url() !== url) trouble.push(`${errorText === 'csp' ? 'stopped' : 'request'} ${request.url()}`)
    })
    await page.goto(url)
    return {page, trouble}
  }

  const openArticle = async (options: BrowserContextOptions = {}): Promise<Page> =>
    (await open(documentPage(markedArticle(), catalogue), options)).page

  const focused = (page: Page): Promise<string> => page.evaluate(() => document.activeElement?.textContent ?? '')
  const collapsed = (text: string): string => text.replace(/\s+/g, ' ').trim()
  /** What is seen of an element: hidden text does not count, as it would for `textContent`. */
  const seen = async (page: Page, selector: string): Promise<string> =>
    collapsed(await page.locator(selector).innerText())
  const shown = (page: Page, text: string): Promise<void> =>
    expect.poll(() => page.locator('#shown').textContent()).toBe(text) as Promise<void>

  test('the pages load without complaint, light and dark', async () => {
    const pages = [
      documentPage(markedArticle(), catalogue),
      documentPage(documentOf('Quiet.\n'), catalogue),
      indexPage([pageSummary(markedArticle(), 'a.review.html')]),
    ]
    for (const html of pages)
      for (const colorScheme of ['light', 'dark'] as const) {
        const {page, trouble} = await open(html, {colorScheme})
        expect(trouble).toEqual([])
        const ground = await page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor)
        expect(ground).toBe(colorScheme === 'light' ? 'rgb(253, 252, 248)' : 'rgb(27, 26, 24)')
      }
  })

  test('keys lead from change to change and back, and the note is shown and said', async () => {
    const page = await openArticle()
    const visited: string[] = []
    for (const key of ['j', 'n', 'j', 'j', 'j']) {
      await page.keyboard.press(key)
      visited.push(collapsed(await focused(page)))
    }
    expect(visited).toEqual([
      '2 lines removed Share this page',
      '{hand}hand',
      'automobilecar',
      '\u00ad',
      'purchasedbought',
    ])
    await page.keyboard.press('k')
    await page.keyboard.press('p')
    expect(await focused(page)).toBe('automobilecar')

    const panel = await seen(page, '#panel')
    for (const part of [
      'Change 3 of 10',
      'automobile → car',
      'Unexpected spun wording automobile, expected car',
      'A spinner put it there.',
      'unspin/spun-wording',
      'applied',
      '81 %',
      'car or motor car',
      '12 of 14 neighbours',
      'overruled',
    ])
      expect(panel).toContain(part)
    expect(await page.locator('#told').textContent()).toBe(
      'Change 3 of 10. Unexpected spun wording automobile, expected car. A spinner put it there. applied, 81 percent sure.',
    )
    expect(await page.locator('#told').getAttribute('aria-live')).toBe('polite')
  })

  test('a screen reader hears what was removed and what was inserted', async () => {
    const page = await openArticle()
    const tree = await page.locator('#article').ariaSnapshot()
    expect(tree).toMatch(/link "removed automobile inserted car"/)
    expect(tree).toMatch(/link "\{large\|huge\}.*→ large"/)
    expect(tree).toContain('2 lines removed Share this page')
  })

  test('Enter reads about a change, Escape returns to it and then leaves it', async () => {
    const page = await openArticle()
    await page.keyboard.press('j')
    await page.keyboard.press('j')
    await page.keyboard.press('Enter')
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('panel')
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('{hand}hand')
    await page.keyboard.press('Escape')
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true)
    expect(await page.locator('.now').count()).toBe(0)
  })

  test('a pointer shows a note in passing, a click keeps it', async () => {
    const page = await openArticle()
    await page.getByText('mannequin').first().hover()
    expect(await seen(page, '#note')).toContain('mannequin')
    await page.locator('h1').hover()
    expect(await seen(page, '#note')).toContain('Choose a change')
    await page.getByText('mannequin').first().click()
    await page.locator('h1').hover()
    expect(await seen(page, '#note')).toContain('mannequin')
    expect(page.url()).not.toContain('#')
  })

  test('what is filtered out reads as the article does', async () => {
    const page = await openArticle()
    await shown(page, '8 of 8 changes, 2 of 2 remarks shown')
    await page.getByLabel('unspin').uncheck()
    await shown(page, '5 of 8 changes, 2 of 2 remarks shown')
    expect(await seen(page, '#article')).toContain('owned an car,')
    await page.getByLabel('unspin').check()
    await page.locator('#sure').fill('90')
    await shown(page, '7 of 8 changes, 0 of 2 remarks shown')
    await page.locator('#sure').fill('0')
    await page.getByLabel('applied').uncheck()
    await shown(page, '1 of 8 changes, 2 of 2 remarks shown')
    await page.keyboard.press('j')
    expect(await focused(page)).toBe('automobilecar')
  })

  test('the clean text is the article and has nothing to stop at', async () => {
    const page = await openArticle()
    await page.keyboard.press('c')
    await shown(page, '0 of 8 changes, 0 of 2 remarks shown')
    expect(await seen(page, '#article')).toBe(collapsed(markedArticle().report.text))
    expect(await page.locator('#article a[href], #article summary:visible').count()).toBe(0)
    await page.keyboard.press('c')
    await shown(page, '8 of 8 changes, 2 of 2 remarks shown')
  })

  test('f reaches the filters, ? the keys, and letters can be switched off', async () => {
    const page = await openArticle()
    await page.keyboard.press('f')
    expect(await page.evaluate(() => document.activeElement?.closest('form')?.id)).toBe('filters')
    await page.keyboard.press('?')
    expect(await page.locator('#keys').isVisible()).toBe(true)
    await page.keyboard.press('j')
    await page.getByLabel('letter keys are on').uncheck()
    await page.keyboard.press('Escape')
    expect(await page.locator('#keys').isVisible()).toBe(false)
    await page.keyboard.press('j')
    expect(await page.locator('.now').count()).toBe(0)
  })

  test('the first Tab skips to the article, Tab goes from change to change with a ring to see', async () => {
    const page = await openArticle()
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('Skip to the article')
    await page.keyboard.press('Enter')
    await page.keyboard.press('Tab')
    await page.keyboard.press('Tab')
    expect(await focused(page)).toBe('{hand}hand')
    const ring = await page.evaluate(() => getComputedStyle(document.activeElement!).outlineStyle)
    expect(ring).toBe('solid')
  })

  test('notes lead back to their places', async () => {
    const page = await openArticle()
    await page.locator('#notes li a', {hasText: 'mannequin'}).click()
    expect(await focused(page)).toBe('mannequinmodel')
  })

  test('without a script the changes are there, and lead to their notes', async () => {
    const page = await openArticle({javaScriptEnabled: false})
    expect(await page.locator('#article del:visible').count()).toBeGreaterThan(5)
    expect(await page.locator('#bar').isVisible()).toBe(false)
    expect(await page.locator('#filters').getByRole('checkbox').count()).toBe(0)
    expect(await page.locator('#filters').getByRole('cell', {name: '3', exact: true}).isVisible()).toBe(true)
    await page.getByText('mannequin').first().click()
    expect(page.url()).toMatch(/#f\d+$/)
    expect(await seen(page, ':target')).toContain('mannequin')
  })

  test('a narrow window has no sideways scrolling, and print no tools', async () => {
    const page = await openArticle({viewport: {width: 320, height: 640}})
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(320)
    expect(await page.locator('#panel').isVisible()).toBe(false)
    await page.locator('a.c').first().click()
    expect(await page.locator('#panel').isVisible()).toBe(true)
    await page.emulateMedia({media: 'print'})
    expect(await page.locator('#panel').isVisible()).toBe(false)
    expect(await page.locator('#bar').isVisible()).toBe(false)
    expect(await page.locator('#article ins').first().isVisible()).toBe(true)
  })

  test('a hostile document runs nothing, asks for nothing and breaks nothing', async () => {
    const all = HOSTILE.join('\n')
    const cleaned: Cleaned = documentOf(
      `The lamp {x} was lit.\n${all}`,
      [
        [
          'residue',
          [
            {actual: '{x}', expected: [all, ...HOSTILE], rule: SLOT, note: all},
            ...HOSTILE.map((text) => ({actual: text, expected: [all, text], rule: SLOT, confidence: 0.5, note: text})),
          ],
        ],
      ],
      {path: all, metadata: {title: all, byline: all, date: all}},
    )
    const {page, trouble} = await open(documentPage(cleaned, catalogue))
    for (let i = 0; i < HOSTILE.length + 2; i++) {
      await page.keyboard.press('j')
      await page.mouse.move(100 + i * 5, 300 + i * 5)
    }
    await page.keyboard.press('c')
    await shown(page, `0 of 1 change, 0 of ${await page.locator('a.m').count()} remarks shown`)
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
    expect(await page.locator('script, style, iframe, img, svg, link, base, object').count()).toBe(2)
    expect(trouble).toEqual([])

    const index = await open(indexPage([pageSummary(cleaned, `${HOSTILE[9]}.review.html`)]))
    await index.page.locator('thead button').first().click()
    await index.page.locator('#find').fill('<script>')
    expect(await index.page.evaluate(() => 'pwned' in window)).toBe(false)
    expect(await index.page.locator('tbody a').evaluate((a: HTMLAnchorElement) => a.protocol)).toBe('file:')
    expect(index.trouble).toEqual([])
  })

  test('should escaping ever fail, the policy stops scripts, styles, handlers and requests', async () => {
    const html = documentPage(markedArticle(), catalogue).replace(
      '<main>',
      `<main><script>window.pwned = 1</script><img src="http://192.0.2.1/" onerror="window.pwned = 1">
       <style>body { display: none }</style><p id="styled" style="display: none">here</p>
       <a id="link" href="javascript:window.pwned=1">x</a>`,
    )
    const {page, trouble} = await open(html)
    await page.locator('#link').click()
    expect(await page.locator('#styled').isVisible()).toBe(true)
    expect(await page.evaluate(() => 'pwned' in window)).toBe(false)
    expect(trouble.filter((text) => text.startsWith('request'))).toEqual([])
    expect(trouble).toContain('stopped http://192.0.2.1/')
    expect(trouble.filter((text) => text.includes('Content Security Policy')).length).toBeGreaterThanOrEqual(5)
  })

  test('text from right to left stays in its line', async () => {
    const {page} = await open(documentPage(documentOf('המגדל {נפל} בלילה.\nThe tower.\n'), catalogue))
    const directions = await page.evaluate(() =>
      [...document.querySelectorAll('#article p')].map((line) => getComputedStyle(line).direction),
    )
    expect(directions).toEqual(['rtl', 'ltr'])
  })

  describe('the index', () => {
    const quiet = documentOf('Quiet.', [], {path: 'b/quiet.txt', metadata: {title: 'Quiet'}})
    const pages = [
      pageSummary(documentOf('Quiet.', [], {path: 'site/10.txt', metadata: {title: 'Ten'}}), 'site/10.review.html'),
      pageSummary(markedArticle(), 'site/article.review.html'),
      pageSummary({...quiet, report: {...quiet.report, rejected: 'empty'}}, 'b/quiet.review.html'),
      pageSummary(documentOf('Quiet.', [], {path: 'site/9.txt', metadata: {title: 'Nine'}}), 'site/9.review.html'),
    ]
    const column = (page: Page, n: number): Promise<string[]> =>
      page.locator(`tbody tr:visible > :nth-child(${n})`).allInnerTexts()

    test('sorts by a column, by pointer and by key, and says so', async () => {
      const {page} = await open(indexPage(pages))
      const heading = page.getByRole('columnheader', {name: 'Document'})
      await heading.getByRole('button').click()
      expect(await column(page, 1)).toEqual(['b/quiet.txt', 'site/9.txt', 'site/10.txt', 'site/article.txt'])
      expect(await heading.getAttribute('aria-sort')).toBe('ascending')
      await page.keyboard.press('Enter')
      expect(await column(page, 1)).toEqual(['site/article.txt', 'site/10.txt', 'site/9.txt', 'b/quiet.txt'])
      expect(await heading.getAttribute('aria-sort')).toBe('descending')
      await page.getByRole('button', {name: 'unspin'}).click()
      expect((await column(page, 1))[0]).toBe('site/article.txt')
      expect(await heading.getAttribute('aria-sort')).toBeNull()
    })

    test('finds by words, counts what it found, and leads to the pages', async () => {
      const {page} = await open(indexPage(pages))
      await page.keyboard.press('/')
      await page.keyboard.type('site unchanged')
      expect(await column(page, 2)).toEqual(['Ten', 'Nine'])
      expect(await page.locator('#found').textContent()).toBe('2 of 4 shown')
      expect(await page.locator('tbody a').first().getAttribute('href')).toBe('./site/10.review.html')
      expect(await seen(page, 'tfoot')).toContain('1 changed, 2 unchanged, 1 rejected')
    })
  })
})
