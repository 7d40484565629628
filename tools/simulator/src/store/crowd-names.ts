import { readFileSync } from 'node:fs'
import { z } from 'zod'

const unusualName = z.object({ firstName: z.string(), lastName: z.string().optional() })
const namesSchema = z.object({
  women: z.array(z.string()),
  men: z.array(z.string()),
  /** The form of a man and that of a woman. */
  surnames: z.array(z.tuple([z.string(), z.string()])),
  /** Names that break careless programs: right to left, markup, formulas, emoji, no letters at all. */
  unusual: z.array(unusualName),
})

export interface CrowdName {
  firstName: string
  lastName?: string
}

/** Every so many-th person has an unusual name. */
const UNUSUAL_EVERY = 17
/** Has no factor in common with the number of surnames: neighbours in the list are no relatives. */
const SURNAME_STEP = 7

/** Names of a crowd by number: the same number has the same name on every machine. */
export function createCrowdNames(): (number: number) => CrowdName {
  const text = readFileSync(new URL('../../crowd.json', import.meta.url), 'utf8')
  const { women, men, surnames, unusual } = namesSchema.parse(JSON.parse(text))
  return (number) => {
    if (number % UNUSUAL_EVERY === UNUSUAL_EVERY - 1) {
      const { firstName, lastName } = pick(unusual, Math.floor(number / UNUSUAL_EVERY))
      return lastName === undefined ? { firstName } : { firstName, lastName }
    }
    const [ofMan, ofWoman] = pick(surnames, number * SURNAME_STEP)
    const half = Math.floor(number / 2)
    return number % 2 === 0
      ? { firstName: pick(women, half), lastName: ofWoman }
      : { firstName: pick(men, half), lastName: ofMan }
  }
}

function pick<T>(list: readonly T[], number: number): T {
  const item = list[number % list.length]
  if (item === undefined) throw new Error('crowd.json has an empty list: every list needs a name')
  return item
}
