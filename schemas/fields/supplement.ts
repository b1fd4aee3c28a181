import type { FieldDefinition } from './define.ts'

/** What a yearly supplement tells besides (Phiếu bổ sung lý lịch: head, V to IX). */
export const supplement = {
  supplementFrom: { vi: 'Bổ sung từ ngày', en: 'Supplement from', type: 'date', privacy: 'public' },
  supplementTo: { vi: 'Bổ sung đến ngày', en: 'Supplement to', type: 'date', privacy: 'public' },
  travelAbroad: { vi: 'Đi nước ngoài', en: 'Travel abroad', type: 'text', privacy: 'sensitive' },
  economyChanges: { vi: 'Thay đổi về kinh tế bản thân', en: 'Changes of means', type: 'text', privacy: 'sensitive' },
  familyChanges: { vi: 'Thay đổi về gia đình', en: 'Changes in the family', type: 'text', privacy: 'sensitive' },
  otherChanges: { vi: 'Những vấn đề khác cần bổ sung', en: 'Other changes', type: 'text', privacy: 'sensitive' },
} as const satisfies Record<string, FieldDefinition>
