// A record that may leave and yet lacks what this receiver demands: held, with reasons and what to do, as any other.
import type { HeldRecord, LeftOut, MessageKind, QualityDimension } from '../../../schemas/index.ts'
import { misfitSentence } from './misfit-words.ts'

export function heldByProfile(
  kind: MessageKind,
  key: string,
  dossiers: readonly string[],
  lacking: readonly LeftOut[],
): HeldRecord {
  const fails: QualityDimension[] = [
    ...(lacking.some(({ why }) => why === 'not_trusted' || why === 'not_understood') ? ['accuracy' as const] : []),
    ...(lacking.some(({ why }) => why === 'absent') ? ['completeness' as const] : []),
    ...(lacking.some(({ why }) => !early.includes(why)) ? ['shareability' as const] : []),
  ]
  const [first] = lacking
  return {
    ...(kind === 'dossiers' ? { personId: key } : {}),
    dossiers: [...dossiers],
    reasons: lacking.map((each) =>
      kind === 'agencies' ? `Đơn vị ${key}. ${misfitSentence(each)}` : misfitSentence(each),
    ),
    fails,
    next:
      kind === 'agencies' ? 'Nạp lại danh sách đơn vị có đủ mã và tên.' : first === undefined ? '' : nextStep(first),
  }
}

const early: readonly LeftOut['why'][] = ['not_trusted', 'not_understood', 'absent']

const nextStep = ({ vi, why }: LeftOut): string =>
  why === 'absent'
    ? `Tìm trên ảnh và nhập, hoặc đề nghị người khai bổ sung: ${vi}.`
    : `Mở ảnh, đối chiếu và xác nhận hoặc sửa: ${vi}.`
