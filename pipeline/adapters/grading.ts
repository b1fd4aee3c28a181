// Reads schemas/grading.json, or a table an office has measured for itself: what evidence for a reading is worth.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Grading } from '../../schemas/index.ts'
import { EnvironmentError } from '../core/errors.ts'

const shipped = fileURLToPath(new URL('../../schemas/grading.json', import.meta.url))

export function loadGrading(file = shipped): Grading {
  try {
    return Object.freeze(Grading.parse(JSON.parse(readFileSync(file, 'utf8'))))
  } catch (cause) {
    throw new EnvironmentError('Bảng độ tin cậy của kết quả đọc bị thiếu hoặc sai. Hãy cài đặt lại chương trình.', {
      cause,
    })
  }
}
