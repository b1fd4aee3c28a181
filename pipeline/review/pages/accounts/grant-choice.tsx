// A role and the agency it is held in, to choose from: no agency beyond those one looks after.
import { type Agency, Role } from '../../../../schemas/index.ts'
import { everyAgency } from '../../../core/rights.ts'
import type { Text, Visit } from '../../visit.tsx'

const words = {
  role: { vi: 'Vai trò', en: 'Role' },
  agency: { vi: 'Đơn vị (và cấp dưới)', en: 'Agency (and below)' },
  every: { vi: 'Mọi đơn vị', en: 'Every agency' },
} as const satisfies Record<string, Text>

export const roleNames: Readonly<Record<Role, Text>> = {
  entry: { vi: 'Nhập, sửa', en: 'Entry' },
  check: { vi: 'Kiểm tra', en: 'Check' },
  approve: { vi: 'Phê duyệt', en: 'Approve' },
  administer: { vi: 'Quản trị', en: 'Administer' },
}

export function GrantChoice({ visit, agencies }: { readonly visit: Visit; readonly agencies: readonly Agency[] }) {
  return (
    <>
      <label>
        {visit.say(words.role)}
        <select name="role">
          {Role.options.map((role) => (
            <option value={role}>{visit.say(roleNames[role])}</option>
          ))}
        </select>
      </label>
      <label>
        {visit.say(words.agency)}
        <select name="agency">
          {visit.seat.agencies('administer') === 'all' ? (
            <option value={everyAgency}>{visit.say(words.every)}</option>
          ) : null}
          {agencies.map(({ code, name }) => (
            <option value={code}>{name}</option>
          ))}
        </select>
      </label>
    </>
  )
}
