/** Takes a constant sentence and its facts; never a secret or a person's data. */
export type Log = (message: string, facts?: Record<string, unknown>) => void
