// Reads schemas/paper-kinds.json and schemas/paper-cut.json: the kinds of papers, and how their boundaries are weighed.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { PaperCut, PaperKind } from '../../schemas/index.ts'
import { EnvironmentError } from '../core/errors.ts'
import type { PaperBook } from '../core/cut/paper-book.ts'

export function loadPaperBook(): PaperBook {
  return {
    kinds: checked('paper-kinds.json', z.array(PaperKind)),
    cut: checked('paper-cut.json', PaperCut),
  }
}

function checked<T>(name: string, shape: z.ZodType<T>): T {
  try {
    return shape.parse(JSON.parse(readFileSync(new URL(`../../schemas/${name}`, import.meta.url), 'utf8')))
  } catch (cause) {
    throw new EnvironmentError(`Tệp schemas/${name} bị thiếu hoặc sai. Hãy cài đặt lại chương trình.`, { cause })
  }
}
