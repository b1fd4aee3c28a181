// What `hoso status` tells of the queue and of the machines at work.
import { duration } from '../runner/progress.ts'
import type { Pace, Queued, WorkerTold } from '../store/queued.ts'

export interface Work {
  readonly queue?: Queued
  readonly pace?: Pace
  readonly workers?: readonly WorkerTold[]
}

export function workLines({ queue, pace, workers = [] }: Work, lang: 'vi' | 'en'): string[] {
  const vi = lang === 'vi'
  if (queue === undefined || pace === undefined) return []
  const left =
    pace.secondsLeft === undefined ? (vi ? 'chưa ước được' : 'not known yet') : duration(pace.secondsLeft, lang)
  const counts = ({ waiting, active, failed }: Pick<Queued, 'waiting' | 'active' | 'failed'>) =>
    vi
      ? `${waiting} chờ, ${active} đang làm, ${failed} bỏ dở sau nhiều lần thử`
      : `${waiting} waiting, ${active} at work, ${failed} given up`
  return [
    vi ? `Hàng đợi hồ sơ: ${counts(queue)}` : `Queue of dossiers: ${counts(queue)}`,
    ...queue.batches.map(({ batch, ...rest }) => `  ${batch}: ${counts(rest)}`),
    vi
      ? `Tốc độ: ${pace.pagesPerHour} trang/giờ; còn ${pace.pagesLeft} trang, khoảng ${left}`
      : `Pace: ${pace.pagesPerHour} pages an hour; ${pace.pagesLeft} pages left, about ${left}`,
    vi ? `Máy xử lý đang chạy: ${workers.length}` : `Workers: ${workers.length}`,
    ...workers.map(({ host, process, dossiers, pages, failed, atWork, seenAt }) =>
      vi
        ? `  ${host} (tiến trình ${process}): ${dossiers} hồ sơ, ${pages} trang, ${failed} lỗi; đang làm ${atWork.length}; thấy lúc ${seenAt}`
        : `  ${host} (process ${process}): ${dossiers} dossiers, ${pages} pages, ${failed} failed; ${atWork.length} at work; seen ${seenAt}`,
    ),
  ]
}
