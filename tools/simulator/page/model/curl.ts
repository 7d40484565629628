import type { ApiCall } from '../page-api.ts'

/** A call of the bot as a shell command. The token stays out: the shell takes it from `$BOT_TOKEN`. */
export function curlCommand(call: Pick<ApiCall, 'method' | 'payload'>, apiRoot: string): string {
  return [
    `curl -sS "${apiRoot}/bot$BOT_TOKEN/${call.method}"`,
    `-H 'content-type: application/json'`,
    `-d ${shellQuote(JSON.stringify(call.payload ?? {}))}`,
  ].join(' \\\n  ')
}

function shellQuote(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}
