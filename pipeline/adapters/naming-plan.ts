// Reads a plan of names for archive files: one of those shipped, by its name, or a file of the agency's own.
import { readFile } from 'node:fs/promises'
import { NamingPlan } from '../../schemas/index.ts'
import { UsageError } from '../core/errors.ts'

const shipped = ['contents', 'party', 'state'] as const

export async function readNamingPlan(nameOrFile: string): Promise<NamingPlan> {
  const own = shipped.find((name) => name === nameOrFile)
  const path = own === undefined ? nameOrFile : new URL(`../../schemas/edossier/${own}.json`, import.meta.url)
  const text = await readFile(path, 'utf8').catch((cause: unknown) => {
    throw new UsageError(
      `Không đọc được quy tắc đặt tên ${nameOrFile}. Có sẵn: ${shipped.join(', ')}; hoặc ghi đường dẫn một tệp JSON.`,
      { cause },
    )
  })
  const parsed = NamingPlan.safeParse(jsonOf(text))
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.slice(0, 5).map(({ path: at, message }) => `${at.join('.')}: ${message}`)
  throw new UsageError(`Quy tắc đặt tên ${nameOrFile} sai khuôn dạng: ${wrong.join('; ')}. Hãy sửa tệp đó.`)
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
