// Loads the linkage model that ships with the program and checks its shape. What the numbers mean stands in the file.
import { readFile } from 'node:fs/promises'
import { z } from 'zod'
import { LinkageModel } from '../../schemas/index.ts'
import { EnvironmentError } from '../core/errors.ts'

const shipped = new URL('../../schemas/linkage-model.json', import.meta.url)

/** The shipped model, or one from a file of the same shape. */
export async function loadLinkageModel(file: string | URL = shipped): Promise<LinkageModel> {
  try {
    return Object.freeze(LinkageModel.parse(JSON.parse(await readFile(file, 'utf8'))))
  } catch (cause) {
    const where = cause instanceof z.ZodError ? ` (${cause.issues.map(({ path }) => path.join('.')).join(', ')})` : ''
    throw new EnvironmentError(
      `Mô hình ghép cặp không đọc được${where}. Sửa hoặc cài lại schemas/linkage-model.json.`,
      {
        cause,
      },
    )
  }
}
