// Reads schemas/legacy-encodings.json: the tables of TCVN3 and VNI.
import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { LegacyEncoding } from '../../schemas/index.ts'
import { EnvironmentError } from '../core/errors.ts'
import { legacyTables } from '../core/legacy-text.ts'

export function loadLegacyTables(): ReturnType<typeof legacyTables> {
  try {
    const text = readFileSync(new URL('../../schemas/legacy-encodings.json', import.meta.url), 'utf8')
    return legacyTables(z.array(LegacyEncoding).parse(JSON.parse(text)))
  } catch (cause) {
    throw new EnvironmentError('Bảng mã tiếng Việt cũ bị thiếu hoặc sai. Hãy cài đặt lại chương trình.', { cause })
  }
}
