// Tells the database's own troubles (gone, full, closed) from defects of ours, in the words of core/errors.ts.
import { z } from 'zod'
import { EnvironmentError } from '../core/errors.ts'
import { Prisma } from './generated/client.ts'

/** Not reachable, timed out, closed, no free connection, transaction lost: Prisma's codes. */
const codes = new Set(['P1000', 'P1001', 'P1002', 'P1008', 'P1010', 'P1017', 'P2024', 'P2028', 'P2037'])
/** The same as the driver tells it, where Prisma has no code of its own; 53100 is a full disk, 57P01 to 57P03 a server going down. */
const kinds = new Set([
  'DatabaseNotReachable',
  'ConnectionClosed',
  'SocketTimeout',
  'TooManyConnections',
  'DatabaseAccessDenied',
  'AuthenticationFailed',
])
const states = new Set(['53100', '53200', '53300', '57P01', '57P02', '57P03', '58030'])

const Meta = z.object({
  driverAdapterError: z.object({ cause: z.object({ kind: z.string(), originalCode: z.string().optional() }) }),
})

/** The error itself, or an EnvironmentError that says what to do. */
export function databaseTrouble(error: unknown): unknown {
  if (!(error instanceof Prisma.PrismaClientKnownRequestError)) return error
  const cause = Meta.safeParse(error.meta).data?.driverAdapterError.cause
  const isTheirs =
    codes.has(error.code) || (cause !== undefined && (kinds.has(cause.kind) || states.has(cause.originalCode ?? '')))
  if (!isTheirs) return error
  return new EnvironmentError(
    'Mất kết nối với cơ sở dữ liệu, hoặc ổ đĩa của nó đã đầy. Những gì đã xong vẫn được giữ; hãy kiểm tra máy chủ và dung lượng đĩa rồi chạy lại.',
    { cause: error },
  )
}
