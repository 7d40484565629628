import type { StackFile } from './stack-file.ts'

/** The one screen that `npm start` ends with: what to open first, where everything else is, how to stop. */
export function screen(stack: StackFile, folder: string, tookSeconds: number): string {
  const metrics = stack.processes.map(
    ({ service, index, metricsUrl }) => `${metricsUrl}  (${service} ${index})`,
  )
  const rows: [string, string[]][] = [
    ['Chat with the bot', [stack.simulatorUrl ?? 'in Telegram: this is a bot of your own']],
    ['Health', [`${stack.ingressUrl}/ping`]],
    ['Metrics', metrics],
    ['Data and logs', [folder, `${folder}/stack.json holds every address and secret`]],
    ['Stop', ['Ctrl-C (the data stays; the next start takes seconds)']],
  ]
  const width = Math.max(...rows.map(([label]) => label.length)) + 3
  const lines = rows.flatMap(([label, values]) =>
    values.map((value, i) => `  ${(i === 0 ? label : '').padEnd(width)}${value}`),
  )
  return `\n  abitly-bot is running (started in ${tookSeconds.toFixed(1)} s)\n\n${lines.join('\n')}\n\n`
}
