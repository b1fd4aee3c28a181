// What the review station keeps beside the database: the key of the audit log, how long the log was when last looked at, and
// the certificate for the office network. Files only their owner may read.
import { randomBytes } from 'node:crypto'
import { mkdir, open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import { z } from 'zod'
import { EnvironmentError } from '../core/errors.ts'

const KEY_BYTES = 32
const Head = z.object({ sequence: z.int(), hash: z.string() })
/** The last entry of the audit log that was known: a log that ends before it was cut off. */
export type AuditHead = z.infer<typeof Head>

export interface ReviewFolder {
  auditKey(): Promise<Uint8Array>
  auditHead(): Promise<AuditHead | undefined>
  keepAuditHead(head: AuditHead): Promise<void>
  text(name: string): Promise<string | undefined>
  keepText(name: string, text: string): Promise<void>
}

export function reviewFolder(workspace: string): ReviewFolder {
  const folder = join(workspace, 'review')
  const text = (name: string) => readFile(join(folder, name), 'utf8').catch(absent)
  let turns = Promise.resolve()
  const keepText = (name: string, content: string) => {
    turns = turns.catch(() => undefined).then(() => writePrivate(folder, name, content))
    return turns
  }
  return {
    text,
    keepText,
    auditKey: async () => {
      const kept = await text('audit.key')
      if (kept !== undefined) return Buffer.from(kept, 'hex')
      const key = randomBytes(KEY_BYTES)
      await keepText('audit.key', key.toString('hex'))
      return key
    },
    auditHead: async () => {
      const kept = await text('audit-head.json')
      return kept === undefined ? undefined : Head.parse(JSON.parse(kept))
    },
    keepAuditHead: (head) => keepText('audit-head.json', JSON.stringify(head)),
  }
}

function absent(error: unknown): undefined {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined
  throw error
}

async function writePrivate(folder: string, name: string, text: string): Promise<void> {
  const target = join(folder, name)
  try {
    await mkdir(folder, { recursive: true, mode: 0o700 })
    const handle = await open(`${target}.part`, 'w', 0o600)
    try {
      await handle.writeFile(text)
      await handle.sync()
    } finally {
      await handle.close()
    }
    await rename(`${target}.part`, target)
  } catch (error) {
    throw new EnvironmentError(
      'Không ghi được vào thư mục review của thư mục làm việc. Hãy kiểm tra dung lượng đĩa và quyền ghi.',
      { cause: error },
    )
  }
}
