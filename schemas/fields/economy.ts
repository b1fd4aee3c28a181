import type { FieldDefinition } from './define.ts'

/** Means of the family (TT 06/2023/TT-BNV item 37.3; 2C/TCTW-98 item 31). As written: nobody computes with them. */
export const economy = {
  incomeFromPay: { vi: 'Thu nhập từ lương', en: 'Income from pay', type: 'text', privacy: 'sensitive' },
  incomeFromOther: { vi: 'Thu nhập từ nguồn khác', en: 'Other income', type: 'text', privacy: 'sensitive' },
  grantedHouse: { vi: 'Nhà được cấp, được thuê', en: 'House granted or rented', type: 'text', privacy: 'sensitive' },
  grantedHouseArea: { vi: 'Diện tích nhà được cấp', en: 'Area of it', type: 'text', privacy: 'sensitive' },
  ownHouse: { vi: 'Nhà tự mua, tự xây', en: 'House bought or built', type: 'text', privacy: 'sensitive' },
  ownHouseArea: { vi: 'Diện tích nhà tự mua', en: 'Area of it', type: 'text', privacy: 'sensitive' },
  grantedLand: { vi: 'Đất được cấp', en: 'Land granted', type: 'text', privacy: 'sensitive' },
  ownLand: { vi: 'Đất tự mua', en: 'Land bought', type: 'text', privacy: 'sensitive' },
  productionLand: { vi: 'Đất sản xuất kinh doanh', en: 'Land to work on', type: 'text', privacy: 'sensitive' },
} as const satisfies Record<string, FieldDefinition>
