/**
 * A competitive score in integer thousandths: 183571 is 183.571. Never a fraction, so comparing and
 * subtracting scores is exact. Differences of scores (margins) have the same unit and may be negative.
 */
export type Score = number

/** The highest score there is: everything above is cut to it after the multipliers. */
export const MAX_SCORE: Score = 200_000

const SCORE_TEXT = /^(\d{1,3})(?:[.,](\d{1,3}))?$/

/**
 * Reads '183.571', '183,571', '183.5' or '183' as a score.
 * Returns null for anything else: a sign, more than three decimals, more than 200.
 */
export function parseScore(text: string): Score | null {
  const match = SCORE_TEXT.exec(text.trim())
  if (match === null) return null
  const score = Number(match[1]) * 1000 + Number((match[2] ?? '').padEnd(3, '0'))
  return score <= MAX_SCORE ? score : null
}

/** Writes a score, or a difference of scores, with a point and three decimals: '183.571', '-1.204'. */
export function scoreToDecimal(score: Score): string {
  const digits = Math.abs(score).toString().padStart(4, '0')
  return `${score < 0 ? '-' : ''}${digits.slice(0, -3)}.${digits.slice(-3)}`
}
