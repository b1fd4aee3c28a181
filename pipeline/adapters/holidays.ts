// Reads the public holidays: those shipped, or a list of the province's own of the same shape.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { HolidayList } from '../../schemas/index.ts'
import { UsageError } from '../core/errors.ts'

const shipped = fileURLToPath(new URL('../../schemas/code-lists/holidays.json', import.meta.url))

export function loadHolidays(file: string = shipped): HolidayList {
  try {
    return HolidayList.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (cause) {
    throw new UsageError(
      `Không đọc được danh sách ngày nghỉ ${file}. Ghi theo khuôn dạng của schemas/code-lists/holidays.json.`,
      { cause },
    )
  }
}
