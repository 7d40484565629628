/** Watches how much memory this process takes, until the returned function is called: the growth, in bytes. */
export function watchGrowth(): () => number {
  const before = process.memoryUsage.rss()
  let most = before
  const look = (): void => {
    most = Math.max(most, process.memoryUsage.rss())
  }
  const timer = setInterval(look, 20)
  return () => {
    clearInterval(timer)
    look()
    return most - before
  }
}
