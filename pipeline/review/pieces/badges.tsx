// How sure, how bad, how far: always a word, a colour and a sign of its own shape (review.css), never a colour alone.
import type { Grade as GradeName, Severity as SeverityName } from '../../../schemas/index.ts'
import type { ReviewState } from '../../store/review-queue.ts'
import type { Text, Visit } from '../visit.tsx'

interface Badge {
  readonly kind: 'good' | 'look' | 'bad' | 'calm' | 'done'
  readonly text: Text
}

const grades: Readonly<Record<GradeName | 'steward' | 'missing', Badge>> = {
  good: { kind: 'calm', text: { vi: 'Máy đọc rõ', en: 'Read well' } },
  doubtful: { kind: 'look', text: { vi: 'Cần xem', en: 'Look at it' } },
  poor: { kind: 'bad', text: { vi: 'Đọc kém', en: 'Read badly' } },
  missing: { kind: 'calm', text: { vi: 'Không có trên giấy', en: 'Not on paper' } },
  steward: { kind: 'good', text: { vi: 'Người đã xem', en: 'Seen by a person' } },
}

const severities: Readonly<Record<SeverityName, Badge>> = {
  error: { kind: 'bad', text: { vi: 'Sai', en: 'Error' } },
  warning: { kind: 'look', text: { vi: 'Cần xem', en: 'Warning' } },
  info: { kind: 'calm', text: { vi: 'Nên biết', en: 'Info' } },
}

export const stateBadges: Readonly<Record<ReviewState, Badge>> = {
  open: { kind: 'look', text: { vi: 'Chờ rà soát', en: 'To review' } },
  changed: { kind: 'look', text: { vi: 'Đã đổi sau khi trình', en: 'Changed since' } },
  returned: { kind: 'bad', text: { vi: 'Trả lại', en: 'Given back' } },
  submitted: { kind: 'calm', text: { vi: 'Chờ duyệt', en: 'To approve' } },
  approved: { kind: 'good', text: { vi: 'Đã duyệt', en: 'Approved' } },
}

export const Grade = ({ visit, grade }: { visit: Visit; grade: GradeName | 'steward' | 'missing' }) => (
  <Sign visit={visit} badge={grades[grade]} />
)
export const Severity = ({ visit, severity }: { visit: Visit; severity: SeverityName }) => (
  <Sign visit={visit} badge={severities[severity]} />
)
export const State = ({ visit, state }: { visit: Visit; state: ReviewState }) => (
  <Sign visit={visit} badge={stateBadges[state]} />
)

function Sign({ visit, badge }: { visit: Visit; badge: Badge }) {
  return <span class={`badge ${badge.kind}`}>{visit.say(badge.text)}</span>
}
