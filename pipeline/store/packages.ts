// The packages that were written, each by its folder.
import type { ExportPackage } from '../../schemas/index.ts'
import { BrokenContract } from '../core/errors.ts'
import type { Database } from './database.ts'
import { fromRow, records } from './records.ts'

/** The package last written to this folder (absolute, as the run was told). */
export async function newestPackage(database: Database, out: string): Promise<ExportPackage> {
  const row = await database.exportPackage.findUnique({ where: { out } })
  if (row) return fromRow(records.exportPackage, row)
  throw new BrokenContract(
    'Không có gói dữ liệu nào được ghi nhận cho thư mục này. Đây là lỗi của chương trình; hãy báo cho người phát triển.',
  )
}
