import { describe, expect, it } from 'vitest'
import { MAX_LABEL, readLinkButtons } from './link-buttons.ts'

describe('readLinkButtons', () => {
  it.each([
    ['Сайт | https://abitly.org', [['Сайт', 'https://abitly.org']]],
    ['Сайт|http://abitly.org/a?b=1#c', [['Сайт', 'http://abitly.org/a?b=1#c']]],
    ['  Чат  |  tg://resolve?domain=abitly  ', [['Чат', 'tg://resolve?domain=abitly']]],
    ['А | Б | https://abitly.org', [['А | Б', 'https://abitly.org']]],
    ['Сайт | HTTPS://ABITLY.ORG', [['Сайт', 'HTTPS://ABITLY.ORG']]],
    ['Вступ | https://вступ.укр', [['Вступ', 'https://вступ.укр']]],
    [
      '\nСайт | https://abitly.org\n\n Чат | https://t.me/abitly\n',
      [
        ['Сайт', 'https://abitly.org'],
        ['Чат', 'https://t.me/abitly'],
      ],
    ],
    [`${'а'.repeat(MAX_LABEL)} | https://abitly.org`, [['а'.repeat(MAX_LABEL), 'https://abitly.org']]],
  ])('reads %j', (text, buttons) => {
    const rows = buttons.map(([label, url]) => [{ text: label, url }])
    expect(readLinkButtons(text)).toEqual({ kind: 'buttons', rows })
  })

  it.each([
    ['Сайт https://abitly.org', [[1, 'no-separator']]],
    ['', [[1, 'no-separator']]],
    ['| https://abitly.org', [[1, 'no-label']]],
    [`${'а'.repeat(MAX_LABEL + 1)} | https://abitly.org`, [[1, 'label-too-long']]],
    ['Сайт | abitly.org', [[1, 'bad-address']]],
    ['Сайт |', [[1, 'bad-address']]],
    ['Сайт | https://', [[1, 'bad-address']]],
    ['Сайт | https://abitly', [[1, 'bad-address']]],
    ['Сайт | https://abitly.org/a b', [[1, 'bad-address']]],
    ['Сайт | javascript:alert(1)', [[1, 'bad-address']]],
    ['Сайт | ftp://abitly.org', [[1, 'bad-address']]],
    ['Чат | tg:', [[1, 'bad-address']]],
    [
      'Сайт | https://abitly.org\n\nЧат\n| https://t.me/a',
      [
        [3, 'no-separator'],
        [4, 'no-label'],
      ],
    ],
  ])('names what is wrong with which line of %j', (text, problems) => {
    const named = problems.map(([line, problem]) => ({ line, problem }))
    expect(readLinkButtons(text)).toEqual({ kind: 'problems', problems: named })
  })

  it('takes six', () => {
    const lines = Array.from({ length: 7 }, (_, index) => `${index} | https://abitly.org`)
    expect(readLinkButtons(lines.slice(0, 6).join('\n')).kind).toBe('buttons')
    expect(readLinkButtons(lines.join('\n'))).toEqual({
      kind: 'problems',
      problems: [{ line: 7, problem: 'too-many' }],
    })
  })
})
