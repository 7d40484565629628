/** More than we have statements: a text that varies without end must not fill every connection's memory. */
const MAX_NAMES = 200

/**
 * Names for prepared statements by their text, so that a connection parses and plans each only once (reading an
 * offer takes a third of the time). Statements without arguments (BEGIN, COMMIT) and those beyond the limit get none.
 */
export function statementNames(): (query: { sql: string; args: readonly unknown[] }) => string {
  const names = new Map<string, string>()
  return ({ sql, args }) => {
    const known = names.get(sql)
    if (known !== undefined) return known
    if (args.length === 0 || names.size >= MAX_NAMES) return ''
    const name = `abitly_${names.size + 1}`
    names.set(sql, name)
    return name
  }
}
