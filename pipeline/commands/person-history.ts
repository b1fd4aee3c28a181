// A line of the history of persons, as `hoso persons --history` prints it.
import type { Config } from '../core/config.ts'
import { historyText } from '../core/person-event-text.ts'
import type { PersonEvent } from '../store/person-history.ts'

/** People read their own time, whatever the machine's. */
const time = new Intl.DateTimeFormat('vi-VN', {
  day: '2-digit',
  month: '2-digit',
  year: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  timeZone: 'Asia/Ho_Chi_Minh',
})

export function historyLine(told: PersonEvent, lang: Config['lang']): string {
  return [told.personId, time.format(told.at), historyText(told, lang)].join('\t')
}
