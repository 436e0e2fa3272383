/** Runs the command line in this process and says on stderr how much memory it took at its peak. */
process.on('exit', () => process.stderr.write(`peak ${process.resourceUsage().maxRSS}\n`))
await import('../../dist/bin/unspun.js')
