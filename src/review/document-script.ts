/**
 * What runs in a document's page. It reads the page's own elements and never writes HTML, so nothing in a document
 * can become code; one listener of a kind serves all changes, so that twenty thousand of them cost nothing while
 * nobody looks.
 */
export const DOCUMENT_SCRIPT = String.raw`
'use strict';
(() => {
  const root = document.documentElement
  const id = (name) => document.getElementById(name)
  const article = id('article'), panel = id('panel'), about = id('note'), filters = id('filters'), keys = id('keys')
  root.classList.add('js')
  if (!panel) return

  // What the notes say of each finding.
  const notes = new Map()
  for (const rule of document.querySelectorAll('.rule'))
    for (const item of rule.querySelectorAll('li'))
      notes.set(item.id.slice(1), {
        item, rule, isOn: true,
        stage: rule.dataset.stage, state: item.getAttribute('data-s'), sure: Number(item.getAttribute('data-k')),
      })

  // The changes and remarks, in reading order. The rest of a remark that was cut in two is no stop of its own.
  const places = Array.from(article.querySelectorAll('.c, .m'), (element) => {
    const all = element.getAttribute('data-f') ?? element.getAttribute('href').slice(2)
    return {
      element,
      stop: element.localName === 'details' ? element.firstChild : element.localName === 'a' ? element : undefined,
      isChange: element.classList.contains('c'),
      findings: all.split(' ').map((number) => notes.get(number)).filter(Boolean),
      href: element.getAttribute('href'),
      isOn: true,
    }
  })
  const placeOf = new Map(places.map((place) => [place.element, place]))
  const stops = places.filter((place) => place.stop)
  const at = (target) => {
    const element = target instanceof Element ? target.closest('.c, .m') : null
    const place = element && placeOf.get(element)
    return place && place.stop && place.isOn ? place : undefined
  }

  // Filters.
  const checked = (name) =>
    new Set(Array.from(filters.querySelectorAll('input[name=' + name + ']:checked'), (box) => box.value))

  // A change that is filtered out reads as the article does, and is no link any more.
  const turn = (place, isOn) => {
    if (place.isOn === isOn) return
    place.isOn = isOn
    place.element.classList.toggle('off', !isOn)
    if (!place.href) return
    if (isOn) place.element.setAttribute('href', place.href)
    else place.element.removeAttribute('href')
  }

  const filter = () => {
    const stages = checked('stage'), states = checked('state')
    const least = Number(id('sure').value), isClean = id('clean').checked
    id('least').value = least
    for (const note of notes.values()) {
      const isOn = stages.has(note.stage) && states.has(note.state) && note.sure >= least
      if (isOn !== note.isOn) note.item.hidden = !isOn
      note.isOn = isOn
    }
    for (const place of places)
      turn(place, !isClean && (place.findings.length === 0 || place.findings.some((note) => note.isOn)))
    root.classList.toggle('clean', isClean)
    if (current && !current.isOn) choose(undefined)
    id('shown').textContent = count()
  }

  const count = () => {
    const part = (isChange, one, many) => {
      const all = stops.filter((place) => place.isChange === isChange)
      const shown = all.filter((place) => place.isOn).length
      return all.length === 0 ? '' : shown + ' of ' + all.length + ' ' + (all.length === 1 ? one : many)
    }
    return [part(true, 'change', 'changes'), part(false, 'remark', 'remarks')].filter(Boolean).join(', ') + ' shown'
  }

  // However often a slider moves, the page is filtered once a frame.
  let isAsked = false
  const askToFilter = () => {
    if (isAsked) return
    isAsked = true
    requestAnimationFrame(() => { isAsked = false; filter() })
  }

  // The panel.
  const make = (name, className, ...children) => {
    const element = document.createElement(name)
    if (className) element.className = className
    element.append(...children.filter((child) => child !== undefined))
    return element
  }

  // What a note shows of the finding: what stood there, and what should.
  const actualOf = ({item}) => item.querySelector('a').firstChild.cloneNode(true)
  const expectedOf = ({item}) =>
    Array.from(item.querySelectorAll(':scope > bdi, :scope > i'), (value) => value.cloneNode(true))

  // A message with its blanks filled in.
  const messageOf = (note) => {
    const message = note.item.getAttribute('data-m') ?? note.rule.dataset.m
    const blanks = {'{actual}': () => actualOf(note), '{expected}': () => expectedOf(note)[0]}
    const parts = message.replaceAll(String.fromCharCode(96), '').split(/({actual}|{expected})/)
    return make('p', 'said', ...parts.map((part) => (Object.hasOwn(blanks, part) ? blanks[part]() : part)))
  }

  const row = (name, ...content) => make('div', '', make('dt', '', name), make('dd', '', ...content))

  const explain = (note) => {
    const {item, rule, state, sure} = note
    const expected = expectedOf(note).flatMap((value, i) => (i === 0 ? [value] : [' or ', value]))
    const remark = item.querySelector('q'), by = item.querySelector('.by'), why = rule.querySelector('.why')
    const link = make('a', '', rule.querySelector('h3').textContent)
    link.href = '#' + rule.id
    return make('section', note.isOn ? '' : 'faint',
      messageOf(note),
      why ? make('p', 'why', ...Array.from(why.cloneNode(true).childNodes)) : undefined,
      make('dl', '',
        expected.length > 0 ? row('Expected', ...expected) : undefined,
        row('State', state + (by ? ' ' + by.textContent : '')),
        row('Confidence', sure + ' %'),
        row('Rule', link),
        remark ? row('Note', ...Array.from(remark.cloneNode(true).childNodes)) : undefined))
  }

  const LONGEST_LIST = 20
  const visible = () => stops.filter((place) => place.isOn)
  const position = (place) => {
    const shown = visible()
    return (place.isChange ? 'Change ' : 'Remark ') + (shown.indexOf(place) + 1) + ' of ' + shown.length
  }

  // Code points of a short change, for letters that look alike.
  const codes = (text) => Array.from(text, (char) => 'U+' + char.codePointAt(0).toString(16).toUpperCase().padStart(4, '0')).join(' ')
  const codesOf = ({element}) => {
    const [before, after] = ['del', 'ins'].map((name) => element.querySelector(name)?.textContent ?? '')
    const isOdd = /[^\x20-\x7e]/.test(before + after)
    return isOdd && before.length < 4 && after.length < 4 && element.localName === 'a'
      ? make('p', 'codes', (before && codes(before)) + ' → ' + (after ? codes(after) : 'nothing')) : undefined
  }

  const show = (place) => {
    id('where').textContent = place ? position(place) : ''
    if (!place) {
      about.replaceChildren(make('p', 'hint', 'Choose a change, or press ', make('kbd', '', 'j'), ' for the next one.'))
      return
    }
    const {element, findings} = place
    const change = element.localName === 'a' && place.isChange
      ? make('p', 'change', ...Array.from(element.cloneNode(true).childNodes).flatMap((side, i) => (i === 0 ? [side] : [' → ', side])))
      : undefined
    const more = findings.length - LONGEST_LIST
    about.replaceChildren(...[
      change,
      place.isChange ? codesOf(place) : undefined,
      ...findings.slice(0, LONGEST_LIST).map(explain),
      findings.length === 0 ? make('p', '', 'No finding explains this change.') : undefined,
      more > 0 ? make('p', '', 'And ' + more + ' more: see the notes.') : undefined,
    ].filter(Boolean))
  }

  // What a screen reader is told when a change is reached: where it is, what is said of it, and why.
  const tell = (place) => {
    const first = about.querySelector('section')
    const [said, why] = ['.said', '.why'].map((name) => first?.querySelector(name)?.textContent)
    const {state, sure} = place.findings[0] ?? {}
    const sentences = [position(place), said, why, state && state + ', ' + sure + ' percent sure'].filter(Boolean)
    id('told').textContent = sentences.map((sentence) => sentence.replace(/[.]?$/, '.')).join(' ')
  }

  // Where the reader is.
  let current
  const choose = (place) => {
    if (place === current) return
    current?.element.classList.remove('now')
    current = place
    current?.element.classList.add('now')
    root.classList.toggle('chosen', Boolean(current))
    show(current)
    if (current) tell(current)
  }

  const go = (place) => {
    if (!place) return
    place.stop.focus({preventScroll: true})
    const {top, bottom} = place.stop.getBoundingClientRect()
    if (top < innerHeight * 0.15 || bottom > innerHeight * (innerWidth < 900 ? 0.5 : 0.85))
      place.stop.scrollIntoView({block: innerWidth < 900 ? 'start' : 'center'})
  }

  // The next change after the present one; without one, the first that can be seen.
  const step = (by) => {
    const shown = visible()
    if (shown.length === 0) return
    if (current) return go(shown[shown.indexOf(current) + by])
    const top = id('bar').getBoundingClientRect().bottom
    const first = shown.findIndex(({stop}) => stop.getBoundingClientRect().top >= top)
    go(shown[by > 0 ? (first < 0 ? shown.length - 1 : first) : (first < 0 ? shown.length : first) - 1] ?? shown[0])
  }

  const back = () => {
    const isElsewhere = panel.contains(document.activeElement) || filters.contains(document.activeElement)
    if (current && isElsewhere) return go(current)
    choose(undefined)
    document.activeElement?.blur()
  }

  // Pointer and focus.
  article.addEventListener('focusin', ({target}) => { const place = at(target); if (place) choose(place) })
  article.addEventListener('pointerover', ({target}) => show(at(target) ?? current))
  article.addEventListener('pointerleave', () => show(current))
  article.addEventListener('click', (event) => {
    const place = at(event.target)
    if (!place && event.detail > 0) choose(undefined)
    if (!place || place.element.localName !== 'a') return
    event.preventDefault()
    // Enter, or a screen reader's click, asks for the note; a pointer's has it in view already.
    if (event.detail === 0) panel.focus()
    else place.stop.focus({preventScroll: true})
  })
  id('notes').addEventListener('click', (event) => {
    const link = event.target instanceof Element && event.target.closest('li a')
    const place = link && placeOf.get(id(link.hash.slice(1)))
    if (!place || !place.isOn) return
    event.preventDefault()
    go(place)
  })

  // Keys.
  const actions = {
    j: () => step(1), n: () => step(1), k: () => step(-1), p: () => step(-1),
    f: () => filters.querySelector('input').focus(),
    c: () => { id('clean').click() },
    '?': () => keys.showModal(),
  }
  document.addEventListener('keydown', (event) => {
    if (event.ctrlKey || event.altKey || event.metaKey || event.isComposing || keys.open) return
    if (event.key === 'Escape') return back()
    const action = id('letters').checked && Object.hasOwn(actions, event.key) ? actions[event.key] : undefined
    if (!action) return
    event.preventDefault()
    action()
  })
  document.addEventListener('input', ({target}) => { if (target.id !== 'letters') askToFilter() })
  id('next').addEventListener('click', () => step(1))
  id('previous').addEventListener('click', () => step(-1))
  id('ask').addEventListener('click', () => keys.showModal())

  show(undefined)
  filter()
})()
`
