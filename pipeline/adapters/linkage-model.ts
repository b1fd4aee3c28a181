// Loads a linkage model, the one that ships with the program or a file a person wrote. What may stand in it is checked by
// core/linkage/check-model.ts.
import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { LinkageModel } from '../../schemas/linkage-model.ts'
import { UsageError } from '../core/errors.ts'
import { checkedModel } from '../core/linkage/check-model.ts'

const shipped = fileURLToPath(new URL('../../schemas/linkage-model.json', import.meta.url))

/** The shipped model, or one from a file of the same shape. */
export async function loadLinkageModel(file = shipped): Promise<LinkageModel> {
  return Object.freeze(checkedModel(await readJson(file), basename(file)))
}

async function readJson(file: string): Promise<unknown> {
  try {
    return JSON.parse(await readFile(file, 'utf8'))
  } catch (cause) {
    throw new UsageError(
      `Không đọc được mô hình ghép cặp ${basename(file)}: tệp không có hoặc không phải JSON. Kiểm tra đường dẫn và nội dung tệp.`,
      { cause },
    )
  }
}
