/** Preloaded into a process, says at its end how much memory it has taken at most, as the last line. */
process.once('exit', () => {
  // Linux and macOS both: Node gives kilobytes.
  process.stdout.write(`${JSON.stringify({ peak: process.resourceUsage().maxRSS * 1_024 })}\n`)
})
