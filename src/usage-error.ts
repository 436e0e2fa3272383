/** A mistake in what was asked for; nothing was done yet. */
export class UsageError extends Error {}
