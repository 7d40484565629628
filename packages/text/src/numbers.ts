import type { Language } from './language.ts'
import { MINUS, NO_BREAK_SPACE, WORD_JOINER } from './signs.ts'

const DECIMAL_SIGN: Record<Language, string> = { uk: ',', en: '.' }
const GROUP_SIGN: Record<Language, string> = { uk: NO_BREAK_SPACE, en: ',' }

/** A whole number: «1 334», with a space that does not break; English "1,334". */
export function formatCount(language: Language, n: number): string {
  return (n < 0 ? MINUS : '') + String(Math.abs(n)).replace(/\B(?=(?:\d{3})+$)/g, GROUP_SIGN[language])
}

/** An exact decimal as it is written: '1.07' → «1,07». */
export function formatDecimal(language: Language, decimal: string): string {
  return decimal.replace('.', DECIMAL_SIGN[language])
}

/** A weight without the zeros at its end: '0.30' → «0,3», '1.00' → «1». */
export function formatWeight(language: Language, decimal: string): string {
  return formatDecimal(language, decimal.includes('.') ? decimal.replace(/\.?0+$/, '') : decimal)
}

/** A multiplier, always with two decimals at least: '1' → «1,00», '1.07' → «1,07». */
export function formatMultiplier(language: Language, decimal: string): string {
  const [whole = '', fraction = ''] = decimal.split('.')
  return formatDecimal(language, `${whole}.${fraction.padEnd(2, '0')}`)
}

/** A score in thousandths, always with three decimals: 174950 → «174,950». */
export function formatScore(language: Language, score: number): string {
  const digits = String(Math.abs(score)).padStart(4, '0')
  const sign = score < 0 ? MINUS : ''
  return `${sign}${digits.slice(0, -3)}${DECIMAL_SIGN[language]}${digits.slice(-3)}`
}

/** A difference of scores in thousandths, always with its sign: «+12,367», «−1,204»; none: «0,000». */
export function formatMargin(language: Language, margin: number): string {
  return (margin > 0 ? '+' : '') + formatScore(language, margin)
}

/** From the first to the second on one line: «63–66»; a single number when both are the same. */
export function formatRange(language: Language, from: number, to: number): string {
  if (from === to) return formatCount(language, from)
  const dash = `${WORD_JOINER}–${WORD_JOINER}`
  return `${formatCount(language, from)}${dash}${formatCount(language, to)}`
}
