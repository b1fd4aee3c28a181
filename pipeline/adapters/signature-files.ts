// The files that go to the agency's signing tool and come back: what is signed, and where it is kept beside the payload of a
// bag (RFC 8493 lets such files stand in no manifest: a signature cannot be in what it signs).
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import path from 'node:path'
import { EnvironmentError, UsageError } from '../core/errors.ts'
import { manifestName } from './bag.ts'
import { verifyDetached, type VerifiedSignature } from './cms.ts'
import { pdfSignature } from './pdf/signature.ts'

const folderName = 'signatures'
/** The minutes as they were handed over; the signed ones must begin with these bytes. */
const minutesName = 'bien-ban.pdf'

/** Copies what is to be signed to a folder: the manifest, which names every byte of the package, and the minutes. */
export async function handOver(bag: string, minutes: Uint8Array, out: string): Promise<string[]> {
  await kept(bag, minutesName, minutes)
  const files = [
    [manifestName, await read(path.join(bag, manifestName))],
    [minutesName, minutes],
  ] as const
  await mkdir(out, { recursive: true }).catch(notWritable)
  for (const [name, bytes] of files) await writeFile(path.join(out, name), bytes).catch(notWritable)
  return files.map(([name]) => path.join(out, name))
}

export interface TakenSignature extends VerifiedSignature {
  readonly kind: 'cms' | 'pdf'
  /** Where it is kept, below the bag. */
  readonly file: string
}

/** A signed PDF must be the minutes, anything else a detached signature over the manifest. Kept only when it is sound. */
export async function takeSignature(bag: string, signed: string, chain: string, now: Date): Promise<TakenSignature> {
  const bytes = await read(signed)
  const certificates = (await read(chain)).toString('latin1')
  if (bytes.subarray(0, 5).toString('latin1') === '%PDF-') {
    const handedOver = await read(path.join(bag, folderName, minutesName))
    const { cms, covered } = pdfSignature(bytes, handedOver)
    const verified = await verifyDetached(cms, covered, certificates, now)
    return { ...verified, kind: 'pdf', file: await kept(bag, 'bien-ban-da-ky.pdf', bytes) }
  }
  const verified = await verifyDetached(bytes, await read(path.join(bag, manifestName)), certificates, now)
  return { ...verified, kind: 'cms', file: await kept(bag, `${manifestName}.p7s`, bytes) }
}

async function kept(bag: string, name: string, bytes: Uint8Array): Promise<string> {
  await mkdir(path.join(bag, folderName), { recursive: true }).catch(notWritable)
  await writeFile(path.join(bag, folderName, name), bytes).catch(notWritable)
  return `${folderName}/${name}`
}

const read = (file: string): Promise<Buffer> =>
  readFile(file).catch((cause: unknown) => {
    throw new UsageError(`Không đọc được tệp ${file}. Kiểm tra đường dẫn.`, { cause })
  })

function notWritable(cause: unknown): never {
  throw new EnvironmentError('Không ghi được tệp ký số. Hãy kiểm tra quyền ghi của thư mục.', { cause })
}
