// Layouts nobody has seen: one of the known ones with another hand's choices, for figures that are not earned on the samples.
import { between, chance, pick, type Random } from '../random.ts'
import { type Layout, layouts } from './layouts.ts'
import type { Leader, Type } from './sheet.ts'

const families = {
  times: {
    label: 'times',
    hint: 'timesItalic',
    heading: 'timesBold',
    values: ['times', 'times', 'timesBold', 'timesItalic', 'timesBoldItalic'],
    sizes: [11.5, 13.5],
  },
  serif: {
    label: 'serif',
    hint: 'serifItalic',
    heading: 'serifBold',
    values: ['serif', 'serifBold', 'serifItalic'],
    sizes: [10, 11.5],
  },
  sans: {
    label: 'sans',
    hint: 'sansItalic',
    heading: 'sansBold',
    values: ['sans', 'sansBold', 'sansItalic'],
    sizes: [10, 11.5],
  },
} as const

export function varied(random: Random): Layout {
  const base = pick(random, Object.values(layouts))
  const type = typeOf(random)
  const shift = between(random, -8, 12)
  const { left, right, top, bottom } = base.margins
  return {
    ...base,
    name: `${base.name}*`,
    type,
    margins: { left: left + shift, right: right - Math.floor(shift / 2), top: top + between(random, -6, 20), bottom },
    hand: { dates: pick(random, ['padded', 'plain', 'official']), height: pick(random, ['1m58', '1,58 m', '158 cm']) },
    number: pick(random, [')', ')', '.', '-']),
    colon: chance(random, 0.85) ? ':' : ' :',
    household: pick(random, ['bộ khẩu', 'hộ khẩu']),
    insurance: pick(random, ['Số sổ BHXH', 'Sổ BHXH']),
    health: pick(random, ['sức khoẻ', 'sức khỏe']),
    hints: chance(random, 0.7),
    capitals: chance(random, 0.3),
    birth: pick(random, ['words', 'words', 'strokes']),
    strokes: type.leader === 'dots' && chance(random, 0.6),
    breaks: pick(random, [[], [29, 31], [28], [18, 28, 30], [27], [23, 30]]),
    widths: {
      education: base.widths.education.map((width) => width * (0.85 + random() * 0.3)),
      work: base.widths.work.map((width) => width * (0.9 + random() * 0.2)),
      family: base.widths.family.map((width) => width * (0.9 + random() * 0.2)),
    },
    tableSize: type.size - pick(random, [0.5, 1, 1.5]),
    spareRows: between(random, 0, 3),
    photo: pick(random, ['left', 'right', 'none']),
    pageNumbers: chance(random, 0.3),
    staffNumber: pick(random, ['left', 'right']),
  }
}

function typeOf(random: Random): Type {
  const { label, hint, heading, values, sizes } = pick(random, [
    families.times,
    families.times,
    families.serif,
    families.sans,
  ])
  const size = sizes[0] + Math.round(random() * 4 * (sizes[1] - sizes[0])) / 4
  const leader = pick(random, ['dots', 'dots', 'under', 'rule', 'none'] as const satisfies readonly Leader[])
  return {
    faces: { label, hint, heading, value: pick(random, values) },
    size,
    lineHeight: size * (1.35 + random() * 0.25),
    leader,
  }
}
