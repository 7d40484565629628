/** Digits and letters that cannot be taken for one another (Crockford's base 32). */
const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'
const LENGTH = 4

/** A code of four signs that names an update to the student and to the operators; always the same for one update. */
export function shortCode(updateId: number): string {
  let rest = Math.abs(updateId)
  let code = ''
  for (let sign = 0; sign < LENGTH; sign += 1) {
    code = (SIGNS[rest % SIGNS.length] ?? '') + code
    rest = Math.floor(rest / SIGNS.length)
  }
  return code
}
