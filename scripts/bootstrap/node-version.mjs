/**
 * Why this version of Node cannot run the project; undefined when it can.
 * @param {string} version e.g. `20.19.0`
 */
export function nodeProblem(version) {
  const [major, minor] = version.split('.').map(Number)
  const fits = major >= 24 || (major === 22 && minor >= 13) || (major === 20 && minor >= 19)
  if (fits) return undefined
  return `abitly-bot needs Node 24 (or 22.13+, 20.19+); this is ${version}. Get it from https://nodejs.org or by your version manager.`
}
