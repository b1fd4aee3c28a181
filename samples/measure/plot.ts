// One page of plots as SVG: characters wrong beside a plain engine, how sure the grades are, which fields go wrong most.
import type { MeasuredCase } from './cases.ts'
import { type Figure, targets } from './summary.ts'

const page = { width: 900, left: 230, bar: 16, step: 22 }
const ink = { own: '#1f5f8b', plain: '#b0b0b0', target: '#b3261e' }

interface Bar {
  readonly label: string
  /** 0 to 1 of the axis. */
  readonly share: number
  readonly colour: string
  readonly told: string
  readonly target?: number | undefined
}

export interface Characters {
  readonly profile: string
  readonly own: number
  readonly plain?: number | undefined
}

export function plotted(
  characters: readonly Characters[],
  figures: readonly Figure[],
  cases: readonly MeasuredCase[],
): string {
  const panels = [
    panel('Character error rate (own, plain tesseract.js; target as a line)', 0.1, characters.flatMap(characterBars)),
    panel(
      'Graded good',
      1,
      figures.filter(({ what }) => what === 'good').map((one) => bar(one, 'good')),
    ),
    panel(
      'Wrong among good (upper 95 % bound in brackets)',
      0.05,
      figures.filter(({ what }) => what === 'wrong among good').map((one) => bar(one, 'wrongAmongGood')),
    ),
    panel('Share right by confidence of the engine', 1, reliability(cases)),
    panel('Fields read wrong most often', 1, worst(figures)),
  ]
  let top = 20
  const body = panels.map(({ svg, height }) => {
    const placed = `<g transform="translate(0 ${top})">${svg}</g>`
    top += height + 24
    return placed
  })
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${page.width}" height="${top}" font-family="sans-serif" font-size="12"><rect width="100%" height="100%" fill="white"/>${body.join('')}</svg>\n`
}

function panel(title: string, axis: number, bars: readonly Bar[]): { svg: string; height: number } {
  const scale = (share: number) => (Math.min(share, axis) / axis) * (page.width - page.left - 150)
  const rows = bars.map(({ label, share, colour, told, target }, at) => {
    const y = 24 + at * page.step
    const line =
      target === undefined
        ? ''
        : `<line x1="${page.left + scale(target)}" x2="${page.left + scale(target)}" y1="${y - 2}" y2="${y + page.bar + 2}" stroke="${ink.target}" stroke-width="2"/>`
    return `<text x="${page.left - 8}" y="${y + 12}" text-anchor="end">${label}</text><rect x="${page.left}" y="${y}" width="${scale(share).toFixed(1)}" height="${page.bar}" fill="${colour}"/>${line}<text x="${page.left + scale(share) + 6}" y="${y + 12}">${told}</text>`
  })
  return {
    svg: `<text x="8" y="12" font-weight="bold">${title}</text>${rows.join('')}`,
    height: 24 + bars.length * page.step,
  }
}

const percent = (share: number) => `${(100 * share).toFixed(2)} %`

function characterBars({ profile, own, plain }: Characters): Bar[] {
  const target = targets[profile]?.characters
  return [
    { label: profile, share: own, colour: ink.own, told: percent(own), target },
    ...(plain === undefined
      ? []
      : [{ label: `${profile}, plain`, share: plain, colour: ink.plain, told: percent(plain) }]),
  ]
}

function bar({ profile, what, part, of, upper }: Figure, target: string): Bar {
  const share = of === 0 ? 0 : part / of
  const bound = what === 'good' ? '' : ` (${percent(upper)})`
  return {
    label: profile,
    share,
    colour: ink.own,
    told: `${percent(share)}${bound}, ${part}/${of}`,
    target: targets[profile]?.[target],
  }
}

function reliability(cases: readonly MeasuredCase[]): Bar[] {
  const read = cases.filter(({ isWritten, status }) => isWritten && status === 'read')
  return [0.9, 0.8, 0.65, 0.45, 0].flatMap((lower, at, all): Bar[] => {
    const upper = all[at - 1] ?? 1.01
    const own = read.filter(({ confidence }) => confidence >= lower && confidence < upper)
    const right = own.filter((one) => one.isRight).length
    if (own.length === 0) return []
    return [
      {
        label: `from ${lower}`,
        share: right / own.length,
        colour: ink.own,
        told: `${percent(right / own.length)} of ${own.length}`,
      },
    ]
  })
}

function worst(figures: readonly Figure[]): Bar[] {
  return figures
    .filter(({ isMeasure, part, of }) => !isMeasure && part < of)
    .sort((a, b) => b.of - b.part - (a.of - a.part))
    .slice(0, 20)
    .map(({ profile, what, part, of }) => ({
      label: `${what}, ${profile}`,
      share: (of - part) / of,
      colour: ink.own,
      told: `${of - part} of ${of}`,
    }))
}
