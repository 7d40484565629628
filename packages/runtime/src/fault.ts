/** What sets one kind of fault apart. */
export interface FaultTraits {
  /**
   * Did the surroundings fail (database, Redis, Telegram unreachable), so that the same work will pass once
   * they are back? Such a fault costs the work no attempt. Default: false.
   */
  environment?: boolean
  /** How long the surroundings asked us to wait, in milliseconds. */
  retryAfterMs?: number
}

/** The world breaking, as opposed to a refusal of the domain. `docs/errors.md` lists every code. */
export class Fault extends Error {
  override readonly name = 'Fault'
  readonly code: string
  readonly environment: boolean
  readonly retryAfterMs: number | undefined

  constructor(code: string, message: string, traits: FaultTraits = {}, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause })
    this.code = code
    this.environment = traits.environment ?? false
    this.retryAfterMs = traits.retryAfterMs
  }
}

export interface FaultFactory {
  (details?: { about?: string; cause?: unknown; retryAfterMs?: number }): Fault
  readonly code: string
}

/**
 * Declares a kind of fault once; the result makes its instances.
 * @param code `AREA_WHAT_HAPPENED`, unique, listed in docs/errors.md
 * @param message what happened and what to do; never a secret or a person's data
 */
export function defineFault(code: string, message: string, traits: FaultTraits = {}): FaultFactory {
  const make = ({ about, cause, retryAfterMs }: Parameters<FaultFactory>[0] = {}): Fault =>
    new Fault(
      code,
      about === undefined ? message : `${message} (${about})`,
      retryAfterMs === undefined ? traits : { ...traits, retryAfterMs },
      cause,
    )
  return Object.assign(make, { code })
}

/** How long the surroundings asked to wait, in milliseconds; 0 when they did not. */
export function retryAfterMs(error: unknown): number {
  return error instanceof Fault ? (error.retryAfterMs ?? 0) : 0
}

/** Is this the surroundings failing rather than the work itself? Looks through causes. */
export function isEnvironmental(error: unknown): boolean {
  for (let at = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at instanceof Fault && at.environment) return true
  }
  return false
}
