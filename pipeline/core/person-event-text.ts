// One event of a person's history in words: who was founded by which dossier, who joined, who left, who was merged.

export interface EventTold {
  readonly event: 'founded' | 'joined' | 'left' | 'merged'
  readonly dossier?: string
  readonly other?: string
}

export function historyText({ event, dossier = '', other }: EventTold, lang: 'vi' | 'en'): string {
  return lang === 'vi' ? inVietnamese(event, dossier, other) : inEnglish(event, dossier, other)
}

function inVietnamese(event: EventTold['event'], dossier: string, other: string | undefined): string {
  if (event === 'founded') return `lập từ hồ sơ ${dossier}`
  if (event === 'merged') return `gộp vào người ${other}`
  if (event === 'left') return `hồ sơ ${dossier} chuyển sang người ${other}`
  return other === undefined ? `nhận hồ sơ ${dossier}` : `nhận hồ sơ ${dossier} từ người ${other}`
}

function inEnglish(event: EventTold['event'], dossier: string, other: string | undefined): string {
  if (event === 'founded') return `founded by dossier ${dossier}`
  if (event === 'merged') return `merged into person ${other}`
  if (event === 'left') return `dossier ${dossier} went to person ${other}`
  return other === undefined ? `dossier ${dossier} joined` : `dossier ${dossier} joined from person ${other}`
}
