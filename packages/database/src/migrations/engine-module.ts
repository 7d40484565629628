import { readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import type { SchemaEngine } from '@prisma/schema-engine-wasm'

interface EngineModule {
  SchemaEngine: typeof SchemaEngine
}

/** What we use of the global, whose types come with the DOM's only. */
declare const WebAssembly: {
  instantiate(
    binary: Uint8Array,
    imports: object,
  ): Promise<{ instance: { exports: Record<string, unknown> } }>
}

let loading: Promise<EngineModule> | undefined

/** Prisma's schema engine. One instance per process: a second one breaks the first. */
export function engineModule(): Promise<EngineModule> {
  loading ??= load()
  return loading
}

/**
 * The package's own entry imports the .wasm file as a module, which Node refuses without a flag:
 * instantiate it by hand, as that entry would.
 */
async function load(): Promise<EngineModule> {
  const entry = '@prisma/schema-engine-wasm/schema_engine_bg'
  const script = createRequire(import.meta.url).resolve(entry)
  const glue = (await import(entry)) as EngineModule & { __wbg_set_wasm(exports: unknown): void }
  const binary = await readFile(script.replace(/\.js$/, '.wasm'))
  const { instance } = await WebAssembly.instantiate(binary, {
    './schema_engine_bg.js': glue,
  })
  glue.__wbg_set_wasm(instance.exports)
  const { __wbindgen_start: start } = instance.exports
  if (typeof start === 'function') (start as () => void)()
  return glue
}
