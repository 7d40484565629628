import type { z } from 'zod'

/** Raw environment: what `process.env` holds. */
export type Environment = Readonly<Record<string, string | undefined>>

type Variables = Record<string, z.ZodType>
type Values<V extends Variables> = { [K in keyof V]: z.output<V[K]> }

/** Reports a problem with one variable; the message must not contain its value. */
export type Problem = (variable: string, message: string) => void

/** A group of variables that belong together, and what they become. */
export interface Section<T = unknown> {
  readonly variables: readonly string[]
  /** The result counts only when no problem was reported. */
  parse(env: Environment, problem: Problem): T
}

export type Config<S extends Record<string, Section>> = {
  [K in keyof S]: S[K] extends Section<infer T> ? T : never
}

/** Every problem of a configuration at once; values are never part of the text. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError'
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(
      `The configuration has ${problems.length} problem(s):\n${problems.map((p) => `  - ${p}`).join('\n')}`,
    )
    this.problems = problems
  }
}

/**
 * Declares a section. Every variable is optional or has a default; `build` reports what is missing or wrong between
 * them. It runs even when a variable is wrong by itself, with the default in its place, so that all problems are
 * told at once; what it returns is then thrown away.
 */
export function defineSection<V extends Variables, T>(
  variables: V,
  build: (values: Values<V>, problem: Problem) => T,
): Section<T> {
  return {
    variables: Object.keys(variables),
    parse(env, problem) {
      const wrong = new Set<string>()
      const values: Record<string, unknown> = {}
      for (const [name, schema] of Object.entries(variables)) {
        const parsed = schema.safeParse(env[name])
        values[name] = parsed.success ? parsed.data : schema.safeParse(undefined).data
        if (parsed.success) continue
        wrong.add(name)
        problem(name, parsed.error.issues.map((issue) => issue.message).join('; '))
      }
      return build(values as Values<V>, (name, message) => {
        if (!wrong.has(name)) problem(name, message)
      })
    },
  }
}

/**
 * Parses the environment by the given sections.
 * An empty variable counts as unset, so that `NAME=` in a file means "the default".
 * @throws ConfigError naming every problem
 */
export function loadConfig<S extends Record<string, Section>>(sections: S, env: Environment): Config<S> {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => (value ?? '').trim() !== ''))
  const problems = new Set<string>()
  const config: Record<string, unknown> = {}
  for (const [name, section] of Object.entries(sections)) {
    config[name] = section.parse(given, (variable, message) => problems.add(`${variable}: ${message}`))
  }
  if (problems.size > 0) throw new ConfigError([...problems])
  return config as Config<S>
}
