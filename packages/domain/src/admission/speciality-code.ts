/**
 * The speciality of a code that may go on to a specialisation: 'A4.09' and 'A4 (fine arts)' give 'A4',
 * '014.01' gives '014'. Letters become upper case. Anything else comes back trimmed.
 */
export function specialityOf(code: string): string {
  const upper = code.trim().toUpperCase()
  return /^[A-Z]?\d{1,3}/.exec(upper)?.[0] ?? upper
}
