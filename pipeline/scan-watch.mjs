// Watches a scan process from a thread of its own, which goes on while the process is busy or hangs: ends it when it has
// grown too large, telling the parent why on stdout, and when the parent is gone.
import { writeSync } from 'node:fs'
import { setInterval } from 'node:timers'
import { workerData } from 'node:worker_threads'

const { parent, megabytes } = workerData
const everyMillis = 100

function isAlone() {
  // An orphan gets another parent, but not on Windows.
  if (process.ppid !== parent) return true
  try {
    return !process.kill(parent, 0)
  } catch (error) {
    return error.code === 'ESRCH'
  }
}

setInterval(() => {
  const hasGrown = process.memoryUsage.rss() > megabytes * 2 ** 20
  if (hasGrown) writeSync(1, 'too large')
  if (hasGrown || isAlone()) process.kill(process.pid, 'SIGKILL')
}, everyMillis)
