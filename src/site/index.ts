/**
 * What the pages of a site have in common, without any platform: to be counted here, in a browser or on many machines.
 *
 * @example
 *   const tally = new Tally()
 *   for (const text of pages) tally.add('example.org', pageLines(text))
 *   const site = new SiteMemories(tally.take()).of('example.org')
 *   clean(pages[0], {site})
 */
export {decoded, encoded, ProfileError} from './codec.js'
export {hashOf, isCounted, normalLine} from './line-hash.js'
export {SiteMemories} from './memory.js'
export {pageLines} from './page-lines.js'
export {added, type LineCount, type Profile, pruned, type SiteCounts} from './profile.js'
export {siteOfUrl} from './site-name.js'
export {Tally} from './tally.js'
