// `npx tsx samples/judge-bench.ts [--records 60000] [--lives 2000] [--workers 2]`: how long all rules take over a register.
// The lives are invented before the clock starts; each is judged again and again under an id of its own. Both kinds of
// rules run, the timeless ones and those that know today.
import { type ChildProcess, fork } from 'node:child_process'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { judgeMany } from './judge.ts'

const { values } = parseArgs({
  options: {
    records: { type: 'string', default: '60000' },
    lives: { type: 'string', default: '2000' },
    workers: { type: 'string', default: '2' },
    /** Given to the processes this one starts. */
    share: { type: 'string' },
  },
})
const [records, lives, workers] = [Number(values.records), Number(values.lives), Number(values.workers)]

const Said = z.object({ findings: z.int(), cpuSeconds: z.number() })

/** Each says once that it is ready, and once how much it found and what that cost. */
const said = (worker: ChildProcess) =>
  new Promise<z.infer<typeof Said>>((resolve, reject) => {
    worker.once('message', (message) => resolve(Said.parse(message)))
    worker.once('error', reject)
    worker.once('exit', (code) => reject(new Error(`a worker ended early with ${String(code)}`)))
  })

async function measure(): Promise<void> {
  const started = Array.from({ length: workers }, (_, index) =>
    fork(import.meta.filename, [
      ...['--records', String(Math.ceil(records / workers)), '--lives', String(Math.ceil(lives / workers))],
      ...['--share', `bench-${index}`],
    ]),
  )
  await Promise.all(started.map(said))
  const from = performance.now()
  for (const worker of started) worker.send('go')
  const found = await Promise.all(started.map(said))
  const seconds = (performance.now() - from) / 1000
  for (const worker of started) worker.disconnect()
  const sum = (of: (each: z.infer<typeof Said>) => number) => found.reduce((total, each) => total + of(each), 0)
  const cpu = sum(({ cpuSeconds }) => cpuSeconds)
  console.log(
    `${records} records of ${lives} lives, ${workers} processes: ${seconds.toFixed(1)} s, ` +
      `${cpu.toFixed(1)} processor seconds, ${sum(({ findings }) => findings)} findings`,
  )
}

if (values.share === undefined) await measure()
else {
  const judge = judgeMany(lives, values.share)
  process.once('message', () => {
    const before = process.cpuUsage()
    const findings = judge(records)
    const { user, system } = process.cpuUsage(before)
    process.send?.({ findings, cpuSeconds: (user + system) / 1e6 })
  })
  process.send?.({ findings: 0, cpuSeconds: 0 })
}
