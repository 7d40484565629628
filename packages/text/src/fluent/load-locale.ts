import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { FluentBundle, FluentResource } from '@fluent/bundle'
import type { Language } from '../language.ts'

/** What a line may be: a text, a comment, the end of a choice, or indented as the rest of a text is. */
const READABLE_LINE = /^(?:#.*|\}.*|[ ].*|(-?[a-zA-Z][\w-]*) *=.*|)$/

/** The texts of one language, with what could not be read. */
export interface Locale {
  bundle: FluentBundle
  keys: string[]
  problems: string[]
}

/**
 * Reads one file per feature from each folder. Fluent skips in silence what it cannot read, so that is looked for
 * here.
 */
export function loadLocale(localesDirs: readonly (URL | string)[], language: Language): Locale {
  // Isolation is done where names are formatted, and for right-to-left names only.
  const locale: Locale = {
    bundle: new FluentBundle(language, { useIsolating: false }),
    keys: [],
    problems: [],
  }
  for (const dir of localesDirs) {
    const folder = join(dir instanceof URL ? fileURLToPath(dir) : dir, language)
    for (const name of readdirSync(folder).filter((file) => file.endsWith('.ftl'))) {
      const problems = addFile(locale, readFileSync(join(folder, name), 'utf8'))
      locale.problems.push(...problems.map((problem) => `${language}/${name}: ${problem}`))
    }
  }
  return locale
}

function addFile({ bundle, keys }: Locale, source: string): string[] {
  const resource = new FluentResource(source)
  const read = resource.body.map((entry) => entry.id)
  keys.push(...read)
  return [...unreadableLines(source, read), ...bundle.addResource(resource).map((error) => error.message)]
}

function unreadableLines(source: string, readKeys: readonly string[]): string[] {
  return source.split('\n').flatMap((line, index) => {
    const match = READABLE_LINE.exec(line)
    const key = match?.[1]
    if (match !== null && (key === undefined || readKeys.includes(key))) return []
    return [`line ${index + 1} cannot be read: ${line}`]
  })
}
