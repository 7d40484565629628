/** An error as it crosses the border between the processes. */
export interface Failure {
  code: string | undefined
  message: string
}

/** The engine appends its Rust frames ("   0: …") to what happened: keep what happened. */
export function describeFailure(error: unknown): Failure {
  if (!(error instanceof Error))
    return { code: undefined, message: 'The schema engine failed without a reason' }
  const code: unknown = 'code' in error ? error.code : undefined
  return {
    code: typeof code === 'string' ? code : undefined,
    message: (error.message.split(/\n\s+0: /)[0] ?? '').trim() + migrationName(error.message),
  }
}

function migrationName(message: string): string {
  const name = /migration_name="([^"]+)"/.exec(message)?.[1]
  return name === undefined ? '' : ` (migration ${name})`
}
