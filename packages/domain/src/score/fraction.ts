/** An exact non-negative number. The denominator is positive; the fraction need not be reduced. */
export interface Fraction {
  readonly numerator: bigint
  readonly denominator: bigint
}

/** The number nought. */
export const ZERO: Fraction = { numerator: 0n, denominator: 1n }

const DECIMAL = /^(\d{1,9})(?:\.(\d{1,18}))?$/

/**
 * The exact value of a decimal written as text ('1.07') or of the text that a number prints as.
 * @throws RangeError naming `what` for signs, exponents, commas and anything else that is no plain decimal
 */
export function decimal(value: string | number, what: string): Fraction {
  const match = DECIMAL.exec(String(value))
  if (match === null) throw new RangeError(`${what} is "${value}": write a plain decimal such as 1.07`)
  const decimals = match[2] ?? ''
  return { numerator: BigInt(`${match[1]}${decimals}`), denominator: 10n ** BigInt(decimals.length) }
}

export function add(a: Fraction, b: Fraction): Fraction {
  return {
    numerator: a.numerator * b.denominator + b.numerator * a.denominator,
    denominator: a.denominator * b.denominator,
  }
}

export function multiply(a: Fraction, b: Fraction): Fraction {
  return { numerator: a.numerator * b.numerator, denominator: a.denominator * b.denominator }
}

/** @throws RangeError when `b` is nought */
export function divide(a: Fraction, b: Fraction): Fraction {
  if (b.numerator === 0n) throw new RangeError('the weights sum to 0: give at least one above it')
  return { numerator: a.numerator * b.denominator, denominator: a.denominator * b.numerator }
}

/** True when `a` is less than `b`. */
export function isLess(a: Fraction, b: Fraction): boolean {
  return a.numerator * b.denominator < b.numerator * a.denominator
}

/** `value` times `scale` as an integer, exact halves upwards. */
export function roundHalfUp({ numerator, denominator }: Fraction, scale: bigint): bigint {
  return (2n * numerator * scale + denominator) / (2n * denominator)
}

/** A decimal of at most nine decimals without needless zeros, but with at least `minDecimals`. */
export function decimalText(value: Fraction, minDecimals = 0): string {
  const digits = roundHalfUp(value, 1_000_000_000n).toString().padStart(10, '0')
  const decimals = digits.slice(-9).replace(/0+$/, '').padEnd(minDecimals, '0')
  return decimals === '' ? digits.slice(0, -9) : `${digits.slice(0, -9)}.${decimals}`
}
