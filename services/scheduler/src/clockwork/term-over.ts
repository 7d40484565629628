/** The ledger says that another leader has taken over: this one's term is over, whatever its lease says. */
export class TermOver extends Error {
  override readonly name = 'TermOver'
}
