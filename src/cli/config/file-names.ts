/** How configurations are called, in the order in which one folder is searched. */
const EXTENSIONS = ['json', 'yaml', 'yml', 'js', 'mjs', 'ts', 'mts']

export const CONFIG_NAMES: readonly string[] = EXTENSIONS.map((extension) => `unspun.config.${extension}`)
