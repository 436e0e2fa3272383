import {expect, test} from 'vitest'
import {installedRules} from '../../src/rules/read.js'
import {opensLine, regexOf} from '../../src/rules/regex.js'

test.each(['^a', '(?i)^(?:a|b)', '^[|]$', '^[^|]\\|', '^[]|]', '^[\\]|]', '^(a|(b|c))+$'])(
  'only the start of a line is looked at: %s',
  (source) => expect(opensLine(source)).toBe(true),
)

test.each(['a', 'a^', '^a|b', '(?:^a)|b', '^(a)|^b', '[^a]', '\\^a', '^\\[|a', '^\\Q(|\\E'])(
  'the whole line is: %s',
  (source) => expect(opensLine(source)).toBe(false),
)

test('looked for so, the installed rules find what they find anywhere in a line', () => {
  const rules = installedRules().rules.filter(({regex}) => regex !== undefined)
  expect(rules.length).toBeGreaterThan(20)
  let found = 0
  for (const {regex, examples} of rules) {
    const expert = regexOf(regex!)
    for (const line of examples
      .flatMap((example) => Object.values(example))
      .flatMap((text) => String(text).split('\n'))) {
      const anywhere = expert.re.matcher(line)
      const isThere = anywhere.find()
      if (isThere) found++
      if (!expert.opensLine) continue
      const atStart = expert.re.matcher(line)
      expect(atStart.lookingAt()).toBe(isThere)
      if (isThere) expect([atStart.start(), atStart.end()]).toEqual([anywhere.start(), anywhere.end()])
    }
  }
  expect(found).toBeGreaterThan(20)
})
