// Starts a scan process: it works on files that may come from anyone, and may be killed at any moment. Hands the process
// down, as cli.ts does; the watch beside it ends it when it grows too large or is left alone.
import { Worker } from 'node:worker_threads'
import { register } from 'tsx/esm/api'

const megabytes = Number(process.argv[2])
new Worker(new URL('scan-watch.mjs', import.meta.url), { workerData: { parent: process.ppid, megabytes } })
process.once('disconnect', () => process.exit())
// Ctrl+C reaches every process of the terminal; the parent says when to end.
process.on('SIGINT', () => undefined)

register()
const kind = process.argv[3] === 'lists' ? './adapters/list-process.ts' : './adapters/scan-process.ts'
const { serve } = await import(kind)
serve({
  receive: (listener) => process.on('message', listener),
  send: (answer) => process.send(answer),
  cpu: (before) => process.cpuUsage(before),
  megabytes: () => process.memoryUsage.rss() / 2 ** 20,
  peakMegabytes: () => process.resourceUsage().maxRSS / 2 ** 10,
})
