/** The examples of all faults in code. Only what shows or tests them asks, so that no other command reads them. */
import type {Illustrations} from '../stage/example.js'

export async function illustrations(): Promise<Illustrations> {
  const stages = await Promise.all([
    import('../stages/decode/examples.js'),
    import('../stages/boilerplate/examples.js'),
    import('../stages/residue/examples.js'),
    import('../stages/unspin/examples.js'),
    import('../stages/terms/examples.js'),
    import('../stages/spell/examples.js'),
    import('../lint/examples.js'),
  ])
  return Object.assign({}, ...stages.map(({EXAMPLES}) => EXAMPLES))
}
