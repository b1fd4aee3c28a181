// Opens one list after another for the program, apart from it: spreadsheets may come from anyone.
import { z } from 'zod'
import { faultOf } from './fault.ts'
import type { Channel } from './scan-process.ts'
import { unpackWorksheets } from './unpack-worksheets.ts'

const Request = z.object({ bytes: z.instanceof(Uint8Array), name: z.string() })

export function serve(channel: Channel): void {
  const answer = async (message: unknown) => {
    try {
      const { bytes, name } = Request.parse(message)
      return { result: await unpackWorksheets(Buffer.from(bytes), name) }
    } catch (error) {
      return { fault: faultOf(error) }
    }
  }
  const cost = () => ({
    cpuMillis: (channel.cpu().user + channel.cpu().system) / 1000,
    megabytes: channel.megabytes(),
    peakMegabytes: channel.peakMegabytes(),
  })
  channel.receive((message) => void answer(message).then((told) => channel.send({ ...told, cost: cost() })))
  channel.send({ isReady: true })
}
