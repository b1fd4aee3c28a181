// Reads the receivers' profiles: those shipped, and those a province keeps in a folder of its own. What is in them is
// checked by their shape here, and for sense by core/profile/check-profile.ts.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { DerivedProfile, Profile, type ProfileFile } from '../../schemas/index.ts'
import { UsageError } from '../core/errors.ts'

const shipped = fileURLToPath(new URL('../../schemas/profiles/', import.meta.url))

/** By name, sorted; a province's own goes before a shipped one of the same name. */
export function loadProfiles(own?: string): Map<string, ProfileFile> {
  const files = [shipped, ...(own === undefined ? [] : [own])].flatMap(filesIn).map(readProfile)
  const byName = new Map(files.map((file) => [file.profile, file]))
  return new Map([...byName].sort(([a], [b]) => (a < b ? -1 : 1)))
}

function filesIn(folder: string): string[] {
  try {
    const names = readdirSync(folder).filter((name) => name.endsWith('.json'))
    return names.sort().map((name) => join(folder, name))
  } catch (cause) {
    throw new UsageError(`Không đọc được thư mục cấu hình nơi nhận ${folder}. Kiểm tra thiết lập profiles.`, { cause })
  }
}

/** All that is wrong at once, so that the file is mended once. */
export function readProfile(path: string): ProfileFile {
  const read = jsonOf(path)
  const isDerived = typeof read === 'object' && read !== null && 'basedOn' in read
  const parsed = isDerived ? DerivedProfile.safeParse(read) : Profile.safeParse(read)
  if (parsed.success) return parsed.data
  const wrong = parsed.error.issues.map((issue) => `  ${issue.path.join('.')}: ${issue.message}`)
  throw new UsageError(
    `Cấu hình nơi nhận ${path} sai khuôn dạng. Sửa các chỗ sau theo schemas/profile.ts:\n${wrong.join('\n')}`,
  )
}

function jsonOf(path: string): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'))
  } catch (cause) {
    throw new UsageError(`Tệp ${path} không có hoặc không phải JSON. Kiểm tra đường dẫn và dấu ngoặc.`, { cause })
  }
}
