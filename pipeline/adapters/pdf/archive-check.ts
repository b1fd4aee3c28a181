// Checks a PDF/A-1b or 2b against the clauses of the standard, by a reader of its own. "Self-checked", never "certified":
// veraPDF is asked besides where it is installed.
import * as fonts from './archive-check/fonts.ts'
import * as graphics from './archive-check/graphics.ts'
import * as metadata from './archive-check/metadata.ts'
import { openArchive, type OpenedFile } from './archive-check/opened-file.ts'
import * as structure from './archive-check/structure.ts'

export interface ArchiveFault {
  /** Of ISO 19005-1 and 19005-2. */
  readonly clause: string
  readonly vi: string
  readonly en: string
  /** Numbers of the objects at fault; none where it is the file as a whole. */
  readonly objects: readonly number[]
}

interface Clause {
  readonly clause: readonly [part1: string, part2: string]
  readonly vi: string
  readonly en: string
  readonly check: (file: OpenedFile) => readonly number[]
  /** Demanded by one part only. */
  readonly part?: 1
}

const clauses: readonly Clause[] = [
  { clause: ['6.1.2', '6.1.2'], vi: 'Phần đầu tệp', en: 'File header', check: structure.header },
  {
    clause: ['6.1.3', '6.1.3'],
    vi: 'Phần cuối tệp: mã tài liệu, không mã hóa',
    en: 'Trailer: document ID, no encryption',
    check: structure.trailer,
  },
  {
    clause: ['6.1.4', '6.1.4'],
    vi: 'Bảng tham chiếu chéo',
    en: 'Cross-reference table',
    check: structure.crossReferences,
  },
  {
    clause: ['6.1.4', '6.1.4'],
    vi: 'Không dùng luồng đối tượng',
    en: 'No object streams',
    check: structure.objectStreams,
    part: 1,
  },
  {
    clause: ['6.1.7', '6.1.7'],
    vi: 'Độ dài luồng, không tham chiếu ra ngoài',
    en: 'Length of streams, nothing outside',
    check: structure.streams,
  },
  { clause: ['6.1.10', '6.1.7.2'], vi: 'Bộ lọc được phép', en: 'Filters allowed', check: structure.filters },
  { clause: ['6.1.12', '6.1.13'], vi: 'Giới hạn kích thước', en: 'Implementation limits', check: structure.sizes },
  {
    clause: ['6.1.11, 6.1.13, 6.5, 6.6, 6.9', '6.1.9, 6.3, 6.4, 6.5, 6.8, 6.9'],
    vi: 'Không tệp nhúng, lớp, chú thích, hành động, biểu mẫu',
    en: 'No attachments, layers, notes, actions, forms',
    check: structure.nothingActive,
  },
  {
    clause: ['6.2.2', '6.2.3'],
    vi: 'Ý định xuất với hồ sơ màu sRGB',
    en: 'Output intent with an sRGB profile',
    check: graphics.outputIntent,
  },
  { clause: ['6.2.3', '6.2.4'], vi: 'Không gian màu', en: 'Colour spaces', check: graphics.colours },
  { clause: ['6.2.4', '6.2.8'], vi: 'Ảnh', en: 'Images', check: graphics.images },
  { clause: ['6.2.10', '6.2.2'], vi: 'Nội dung trang', en: 'Content streams', check: graphics.content },
  { clause: ['6.4', '6.2.10'], vi: 'Không trong suốt', en: 'No transparency', check: graphics.opaque },
  {
    clause: ['6.3.2–6.3.4', '6.2.11.2–6.2.11.4'],
    vi: 'Phông chữ được nhúng',
    en: 'Fonts embedded',
    check: fonts.embedded,
  },
  {
    clause: ['6.3.5', '6.2.11.4.2'],
    vi: 'Phông rút gọn đủ chữ',
    en: 'Font subsets hold every letter',
    check: fonts.wholeSubset,
  },
  { clause: ['6.3.6', '6.2.11.5'], vi: 'Độ rộng chữ', en: 'Glyph widths', check: fonts.widths },
  {
    clause: ['6.3.8', '6.2.11.7'],
    vi: 'Chữ sao chép được (ToUnicode)',
    en: 'Letters can be copied (ToUnicode)',
    check: fonts.copied,
  },
  { clause: ['6.7.2', '6.6.2'], vi: 'Siêu dữ liệu XMP', en: 'XMP metadata', check: metadata.packet },
  {
    clause: ['6.7.3', '6.6.3'],
    vi: 'Siêu dữ liệu khớp bảng thông tin',
    en: 'Metadata agrees with the Info dictionary',
    check: metadata.agreement,
  },
  { clause: ['6.7.11', '6.6.4'], vi: 'Khai báo phiên bản PDF/A', en: 'PDF/A identification', check: metadata.claim },
]

/** How many clauses a file is held to. */
export const clauseCount = (part: 1 | 2): number =>
  clauses.filter((each) => each.part === undefined || each.part === part).length

/** No fault: as far as we can see, the file is what it says. */
export async function archiveFaults(bytes: Uint8Array, part: 1 | 2): Promise<ArchiveFault[]> {
  const opened = await openArchive(bytes, part).catch(() => undefined)
  if (opened === undefined)
    return [{ clause: '6.1', vi: 'Không đọc được tệp', en: 'The file cannot be read', objects: [] }]
  return clauses.flatMap(({ clause, vi, en, check, part: only }) => {
    const objects = only === undefined || only === part ? faultsBy(check, opened) : []
    return objects.length === 0
      ? []
      : [{ clause: clause[part - 1] ?? '', vi, en, objects: objects.filter((each) => each > 0) }]
  })
}

/** What cannot be read to its end does not satisfy the clause. */
function faultsBy(check: Clause['check'], file: OpenedFile): readonly number[] {
  try {
    return check(file)
  } catch {
    return [0]
  }
}
