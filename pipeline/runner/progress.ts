// Where a run stands, for the person waiting: one line redrawn on a terminal, a plain line now and then elsewhere.
import type { Config } from '../core/config.ts'

export interface Progress {
  stage(name: string, total: number): void
  step(): void
  end(): void
}

const redrawMillis = 200
const plainLineMillis = 15_000

const names: Readonly<Record<string, { vi: string; en: string }>> = {
  deliver: { vi: 'Xem thư mục được giao', en: 'Looking at what was delivered' },
  intake: { vi: 'Nhận tệp quét', en: 'Taking scans in' },
  render: { vi: 'Dựng và làm sạch trang', en: 'Drawing and cleaning pages' },
  recognize: { vi: 'Nhận dạng chữ', en: 'Recognising text' },
  classify: { vi: 'Nhận mẫu biểu', en: 'Naming forms' },
  extract: { vi: 'Đọc trường thông tin', en: 'Reading fields' },
  assemble: { vi: 'Lập hồ sơ', en: 'Assembling dossiers' },
  validate: { vi: 'Kiểm tra hồ sơ', en: 'Checking dossiers' },
  link: { vi: 'Tìm hồ sơ trùng', en: 'Linking dossiers' },
  consolidate: { vi: 'Lập bản ghi chuẩn', en: 'Consolidating persons' },
  revalidate: { vi: 'Kiểm tra bản ghi chuẩn', en: 'Checking persons' },
  export: { vi: 'Xuất gói dữ liệu', en: 'Writing the package' },
}

export const stageName = (stage: string, lang: Config['lang']) => names[stage]?.[lang] ?? stage

export interface ProgressOptions {
  readonly write: (text: string) => void
  readonly isInteractive: boolean
  readonly lang: Config['lang']
  readonly clock: () => number
}

export function createProgress({ write, isInteractive, lang, clock }: ProgressOptions): Progress {
  let now = { name: '', total: 0, done: 0, startedAt: 0, toldAt: 0, toldDone: -1 }
  const tell = (isLast: boolean) => {
    const line = `${stageName(now.name, lang)}: ${now.done}/${now.total}${isLast ? '' : pace(now.done, now.total, clock() - now.startedAt, lang)}`
    write(isInteractive ? `\r\u001b[2K${line}${isLast ? '\n' : ''}` : `${line}\n`)
    now = { ...now, toldAt: clock(), toldDone: now.done }
  }
  return {
    stage: (name, total) => {
      now = { name, total, done: 0, startedAt: clock(), toldAt: clock(), toldDone: -1 }
      if (isInteractive && total > 0) tell(false)
    },
    step: () => {
      now = { ...now, done: now.done + 1 }
      if (clock() - now.toldAt >= (isInteractive ? redrawMillis : plainLineMillis)) tell(false)
    },
    end: () => {
      if (now.total > 0 && (isInteractive || now.done !== now.toldDone)) tell(true)
    },
  }
}

/** Rate and time left, once there is enough to go by. */
function pace(done: number, total: number, millis: number, lang: Config['lang']): string {
  if (done === 0 || millis < 1000) return ''
  const perSecond = done / (millis / 1000)
  const rate = perSecond >= 1 ? perSecond.toFixed(1) : perSecond.toFixed(2)
  const left = duration((total - done) / perSecond, lang)
  return lang === 'vi'
    ? ` (${rate.replace('.', ',')} mỗi giây, còn khoảng ${left})`
    : ` (${rate} a second, about ${left} left)`
}

export function duration(seconds: number, lang: Config['lang']): string {
  const whole = Math.round(seconds)
  const parts = [Math.floor(whole / 3600), Math.floor((whole % 3600) / 60), whole % 60]
  const units = lang === 'vi' ? ['giờ', 'phút', 'giây'] : ['h', 'min', 's']
  const first = parts.findIndex((part) => part > 0)
  if (first === -1) return `0 ${units[2]}`
  return parts
    .slice(first, first + 2)
    .map((part, index) => `${part} ${units[first + index]}`)
    .join(' ')
}
