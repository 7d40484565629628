/** A whole number as people type it: «12480», «12 480», «12,480»; null for anything else. */
export function readNumber(text: string): number | null {
  const digits = text.trim().replace(/[\s.,\u00A0\u202F]/g, '')
  return /^\d{1,12}$/.test(digits) ? Number(digits) : null
}
