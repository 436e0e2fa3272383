/** What is known of the other pages of the site that a document is from. */
export interface SiteMemory {
  /** Its host, or the folder its pages lie in. */
  readonly name: string
  /** How many of its pages were looked at. */
  readonly pages: number
  /** On how many of them a line stands, however often on each; 0 for one that was not seen. */
  pagesWith(line: string): number
}
