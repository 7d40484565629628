type Facts = Record<string, unknown>

/**
 * What may be told of a call that Prisma or PostgreSQL rejected: codes, table, constraint and a message without
 * values. The error itself may not travel on: it quotes the call's arguments and the failing row, people's data.
 * @returns null for errors that do not come from the database
 */
export function describeRejection(error: unknown): string | null {
  if (!(error instanceof Error)) return null
  const facts = error as Error & Facts
  if (error.name === 'PrismaClientValidationError') return `invalid arguments: ${lastLine(error.message)}`
  if (error.name.startsWith('PrismaClient')) return fromPrisma(facts)
  return typeof facts.severity === 'string' ? join(facts.code, facts.constraint, withoutValues(facts)) : null
}

function fromPrisma(error: Facts): string {
  const meta = record(error.meta)
  const cause = record(record(meta.driverAdapterError).cause)
  const constraint = record(cause.constraint)
  const name =
    constraint.index ?? (Array.isArray(constraint.fields) ? constraint.fields.join('+') : undefined)
  return join(error.code, meta.modelName, cause.originalCode, name, withoutValues(cause))
}

/** SQLSTATE class 22 (data exception) quotes the value that does not fit. */
function withoutValues({ code, originalCode, message }: Facts): unknown {
  return String(originalCode ?? code).startsWith('22') ? undefined : message
}

function join(...parts: unknown[]): string {
  return parts.filter((part) => typeof part === 'string' && part !== '').join(' ') || 'no details'
}

function lastLine(text: string): string {
  return text.trim().split('\n').at(-1)?.trim() ?? ''
}

function record(value: unknown): Facts {
  return typeof value === 'object' && value !== null ? (value as Facts) : {}
}
