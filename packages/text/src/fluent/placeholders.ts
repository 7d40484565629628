import type { FluentBundle, Message } from '@fluent/bundle'

type Pattern = NonNullable<Message['value']>
type Expression = Exclude<Exclude<Pattern, string>[number], string>

/** The arguments a text shows, those of the texts it refers to included, in alphabetical order. */
export function placeholdersOf(bundle: FluentBundle, key: string): string[] {
  const pattern = bundle.getMessage(key)?.value ?? ''
  return [...new Set(ofPattern(bundle, pattern))].sort()
}

/** The texts a text refers to. */
export function referencesOf(bundle: FluentBundle, key: string): string[] {
  return expressionsIn(bundle.getMessage(key)?.value ?? '').flatMap((part) =>
    part.type === 'mesg' ? [part.name] : [],
  )
}

/** A choice inside a text: by which argument, among what; `rest` is what any other value gets. */
export interface Choice {
  by: string
  among: string[]
  rest: string
}

/** The choices a text makes, those of the texts it refers to included. */
export function choicesOf(bundle: FluentBundle, key: string): Choice[] {
  return choicesIn(bundle, bundle.getMessage(key)?.value ?? '')
}

function choicesIn(bundle: FluentBundle, pattern: Pattern): Choice[] {
  if (typeof pattern === 'string') return []
  return pattern.flatMap((part): Choice[] => {
    if (typeof part === 'string') return []
    if (part.type === 'mesg') return choicesOf(bundle, part.name)
    if (part.type !== 'select' || part.selector.type !== 'var') return []
    const among = part.variants.map(({ key }) => String(key.value))
    const choice = { by: part.selector.name, among, rest: among[part.star] ?? '' }
    return [choice, ...part.variants.flatMap(({ value }) => choicesIn(bundle, value))]
  })
}

function ofPattern(bundle: FluentBundle, pattern: Pattern): string[] {
  return expressionsIn(pattern).flatMap((part) => {
    if (part.type === 'var') return [part.name]
    return part.type === 'mesg' ? placeholdersOf(bundle, part.name) : []
  })
}

/** Everything a pattern may show. What it selects by is left out: languages choose by different things. */
function expressionsIn(pattern: Pattern): Expression[] {
  if (typeof pattern === 'string') return []
  return pattern.flatMap((part) => {
    if (typeof part === 'string') return []
    return part.type === 'select' ? part.variants.flatMap((variant) => expressionsIn(variant.value)) : [part]
  })
}
