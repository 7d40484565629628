import { expect, it } from 'vitest'
import { crowdProgress, crowdWords } from './crowd-state.ts'

const crowd = {
  ...{ size: 100, started: 100, delivered: 100, answered: 100 },
  ...{ blocked: 0, deactivated: 0, working: false },
}
const texts = {
  t: (key: string, values: Record<string, unknown> = {}) =>
    [key, ...Object.values(values).map(String)].join(' '),
}

it.each([
  ['crowd.starting 40 100', 0.25, { ...crowd, delivered: 40, answered: 10, working: true }],
  ['crowd.answering 90 100', 0.95, { ...crowd, answered: 90, working: true }],
  ['crowd.blocked 2', 1, { ...crowd, blocked: 2 }],
  ['crowd.blocked 2 · crowd.gone 1', 1, { ...crowd, blocked: 2, deactivated: 1 }],
  ['crowd.here', 1, crowd],
] as const)('says %s', (words, progress, status) => {
  expect(crowdWords(status, texts)).toBe(words)
  expect(crowdProgress(status)).toBe(progress)
})
