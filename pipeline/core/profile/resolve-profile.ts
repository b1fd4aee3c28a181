// A profile that stands on another one, made whole: what it says anew is taken from it, all else from its base.
import type {
  DerivedProfile,
  Profile,
  ProfileElement,
  ProfileFile,
  ProfileMessage,
  ProfileSection,
} from '../../../schemas/index.ts'
import { UsageError } from '../errors.ts'

/** One profile stands on another at most this often. */
const deepest = 5

export function resolveProfile(name: string, files: ReadonlyMap<string, ProfileFile>): Profile {
  return resolved(name, files, deepest)
}

function resolved(name: string, files: ReadonlyMap<string, ProfileFile>, depth: number): Profile {
  const file = files.get(name)
  if (file === undefined)
    throw new UsageError(`Không có cấu hình nơi nhận "${name}". Xem các tên bằng \`hoso profiles\`.`)
  if (!('basedOn' in file)) return file
  if (depth === 0) throw new UsageError(`Cấu hình "${name}" dựa vòng quanh các cấu hình khác. Sửa mục basedOn của nó.`)
  return changed(resolved(file.basedOn, files, depth - 1), file)
}

function changed(base: Profile, derived: DerivedProfile): Profile {
  const { profile, basedOn: _, codeLists, elements = {}, ...manner } = derived
  const said = Object.fromEntries(Object.entries(manner).filter(([, value]) => value !== undefined))
  const unused = new Set(Object.keys(elements))
  const message = (kind: string, of: ProfileMessage): ProfileMessage => ({
    ...of,
    sections: of.sections.map((section) => withChanges(section, kind, elements, unused)),
  })
  const messages = {
    agencies: message('agencies', base.messages.agencies),
    dossiers: message('dossiers', base.messages.dossiers),
  }
  if (unused.size > 0)
    throw new UsageError(
      `Cấu hình "${profile}" sửa phần tử không có: ${[...unused].join(', ')}. Ghi đúng đường dẫn, ví dụ dossiers.thongTinChung.ngaySinh.`,
    )
  return { ...base, ...said, profile, codeLists: { ...base.codeLists, ...codeLists }, messages }
}

function withChanges(
  section: ProfileSection,
  kind: string,
  changes: NonNullable<DerivedProfile['elements']>,
  unused: Set<string>,
): ProfileSection {
  const elements = section.elements.map((element): ProfileElement => {
    const path = `${kind}.${section.name}.${element.name}`
    const change = changes[path]
    unused.delete(path)
    return change === undefined ? element : merged(element, change)
  })
  return { ...section, elements }
}

/** What a change does not name stays; a change names no member as undefined. */
function merged(element: ProfileElement, change: object): ProfileElement {
  const said = Object.fromEntries(Object.entries(change).filter(([, value]) => value !== undefined))
  return { ...element, ...said }
}
