// Opens one list after another for the program, apart from it: spreadsheets may come from anyone.
import { z } from 'zod'
import { faultOf } from './fault.ts'
import type { Channel } from './scan-process.ts'
import { unpackWorksheets } from './unpack-worksheets.ts'

const Request = z.object({ bytes: z.instanceof(Uint8Array), name: z.string() })

export function serve({ receive, send, cpu, megabytes, peakMegabytes }: Channel): void {
  const answer = async (message: unknown) => {
    try {
      const { bytes, name } = Request.parse(message)
      return { result: await unpackWorksheets(Buffer.from(bytes), name) }
    } catch (error) {
      return { fault: faultOf(error) }
    }
  }
  const cost = () => ({
    cpuMillis: (cpu().user + cpu().system) / 1000,
    megabytes: megabytes(),
    peakMegabytes: peakMegabytes(),
  })
  receive((message) => void answer(message).then((told) => send({ ...told, cost: cost() })))
  send({ isReady: true })
}
