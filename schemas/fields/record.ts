import type { FieldDefinition } from './define.ts'

/** Merit, health, policy, history, assessment (2C-BNV/2008 items 19 to 24, 29, 32). */
export const record = {
  highestTitle: { vi: 'Danh hiệu được phong tặng cao nhất', en: 'Highest title', type: 'text', privacy: 'public' },
  strength: { vi: 'Sở trường công tác', en: 'Strength at work', type: 'text', privacy: 'public' },
  commendation: { vi: 'Khen thưởng', en: 'Commendation', type: 'text', privacy: 'public' },
  discipline: { vi: 'Kỷ luật', en: 'Discipline', type: 'text', privacy: 'sensitive' },
  health: { vi: 'Tình trạng sức khỏe', en: 'Health', type: 'choice', list: 'health', open: true, privacy: 'sensitive' },
  heightCm: { vi: 'Chiều cao (cm)', en: 'Height (cm)', type: 'height', privacy: 'personal' },
  weightKg: { vi: 'Cân nặng (kg)', en: 'Weight (kg)', type: 'weight', privacy: 'personal' },
  bloodGroup: { vi: 'Nhóm máu', en: 'Blood group', type: 'choice', list: 'blood-group', privacy: 'sensitive' },
  disabledSoldierClass: {
    vi: 'Thương binh hạng',
    en: 'Disabled soldier class',
    type: 'fraction',
    privacy: 'sensitive',
  },
  policyFamily: { vi: 'Con gia đình chính sách', en: 'Child of a policy family', type: 'text', privacy: 'sensitive' },
  personalHistory: { vi: 'Đặc điểm lịch sử bản thân', en: 'Personal history', type: 'text', privacy: 'sensitive' },
  foreignRelations: { vi: 'Quan hệ với nước ngoài', en: 'Foreign relations', type: 'text', privacy: 'sensitive' },
  assessment: { vi: 'Nhận xét, đánh giá', en: 'Assessment', type: 'text', privacy: 'personal' },
  declarationDate: { vi: 'Ngày khai', en: 'Date of declaration', type: 'date', privacy: 'public' },
  policyGroup: { vi: 'Đối tượng chính sách', en: 'Policy group', type: 'text', privacy: 'sensitive' },
  martyrFamily: { vi: 'Gia đình liệt sĩ', en: 'Family of a martyr', type: 'text', privacy: 'sensitive' },
} as const satisfies Record<string, FieldDefinition>
