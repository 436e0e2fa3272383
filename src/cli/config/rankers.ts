/** Who may choose among the originals of spun words. */
export const RANKERS = ['log-linear', 'llama'] as const
