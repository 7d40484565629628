/** Preloaded into a process, says at its end how much memory it has taken at most, as the last line. */
export interface PeakReport {
  /** Bytes. */
  peak: number
}

process.once('exit', () => {
  // Linux and macOS both: Node gives kilobytes.
  const report: PeakReport = { peak: process.resourceUsage().maxRSS * 1_024 }
  process.stdout.write(`${JSON.stringify(report)}\n`)
})
