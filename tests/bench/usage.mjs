/** With `node --import`: says on stderr, when the process ends, what it has used: CPU milliseconds of all its threads, peak kB. */
process.on('exit', () => {
  const {userCPUTime, systemCPUTime, maxRSS} = process.resourceUsage()
  process.stderr.write(`\nused ${Math.round((userCPUTime + systemCPUTime) / 1000)} ${maxRSS}\n`)
})
