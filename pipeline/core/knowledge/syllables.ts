// Which runs of letters Vietnamese spelling allows as a syllable: initial, rhyme, tone. Possible, not attested: it allows too much.
import { toneMarks } from '../text.ts'

/** Longest first: "ngh" before "ng" before "n". `gi` and `qu` hold a letter that the rhyme may need too, see `rhymesAfter`. */
const initials = 'ngh gh gi kh ng nh ph qu ch th tr b c d g h k l m n p r s t v x đ'.split(' ').concat('')

const words = (text: string): readonly string[] => text.split(/\s+/u)
const open = words(`a ai ao au ay e eo i ia iu iêu o oi u ua ui uôi âu ây ê êu ô ôi ơ ơi ư ưa ưi ưu ươi ươu
  am an ang anh em en eng im in inh iêm iên iêng om on ong oong um un ung uôm uôn uông âm ân âng êm ên êng ênh ôm ôn
  ông ôông ăm ăn ăng ơm ơn ưm ưn ưng ươm ươn ương`)
const stopped = words(`ac ach ap at ec ep et ich ip it iêc iêp iêt oc ooc op ot uc up ut uôc uôp uôt âc âp ât ăc ăp ăt
  êch êp êt ôc ôp ôt ơp ơt ưc ưp ưt ươc ươp ươt`)
/** With a rounded start, which lip sounds (b, m, p, ph, v) do not take but in foreign words. */
const rounded =
  words(`oa oai oam oan oang oanh oao oay oe oem oen oeo oăm oăn oăng uy uya uyn uynh uyu uyên uân uâng uây
  uê uên uênh uêu uơ`)
const roundedStopped = words('oac oach oap oat oet oăc oăt uych uyp uyt uyêt uâc uât uêch uêt')
/** Without an initial i is y before ê; alone both are written. */
const bare = words('y yêm yên yêng yêu')
const bareStopped = words('yêt')

const stops = new Set([...stopped, ...roundedStopped, ...bareStopped])
const rhymes = new Set([...open, ...rounded, ...stops])
const plain = new Set([...open, ...stopped])
const alone = new Set([...rhymes, ...bare])
/** Written behind `qu`: the u is there already, and o falls away (quang is q + oang). */
const afterQu = new Set([
  ...[...rounded, ...roundedStopped].map((rhyme) => rhyme.slice(1)),
  ...words('i in inh ip it ich au ôc ăp ơi'),
])
const lips = new Set(words('b m p ph v'))
/** As in `mỹ`, `kỷ`, `sỹ`. */
const withY = 'bcdđhklmnprstvx'

/** Case does not matter; both places of the tone (hòa, hoà) are right. */
export function isSyllable(text: string): boolean {
  const parts = apart(text.normalize('NFC').toLowerCase())
  if (!parts) return false
  return initials.some((initial) => {
    if (!parts.letters.startsWith(initial)) return false
    const rhyme = parts.letters.slice(initial.length)
    return isRhymeAfter(initial, rhyme) && hasPossibleTone(rhyme, parts, initial)
  })
}

interface Parts {
  readonly letters: string
  readonly tone: string
  /** Which letter bears the tone; the level tone none. */
  readonly at: number
}

/** Letters with their marks, and the one tone beside them; two tones are no syllable. */
function apart(syllable: string): Parts | undefined {
  let tone = ''
  let at = -1
  let letters = ''
  for (const [i, letter] of [...syllable].entries()) {
    const signs = [...letter.normalize('NFD')]
    const found = signs.filter((sign) => toneMarks.includes(sign))
    if (found.length > 0 && tone !== '') return undefined
    if (found[0] !== undefined) [tone, at] = [found[0], i]
    letters += signs
      .filter((sign) => !toneMarks.includes(sign))
      .join('')
      .normalize('NFC')
  }
  return letters === '' ? undefined : { letters, tone, at }
}

function isRhymeAfter(initial: string, rhyme: string): boolean {
  const isFront = /^[eêi]/u.test(rhyme)
  if (rhyme === 'y') return initial === '' || initial === 'qu' || withY.includes(initial)
  if (initial === '') return alone.has(rhyme)
  if (initial === 'qu') return afterQu.has(rhyme)
  // "giêng" and "gìn" are g + iêng, g + in in writing.
  if (initial === 'g')
    return rhyme === 'i' || rhyme === 'in' || rhyme.startsWith('iê') || (!isFront && rhymes.has(rhyme))
  if (initial === 'gi') return plain.has(rhyme) && rhyme !== 'i'
  if (initial === 'c' || initial === 'ng') return !isFront && rhymes.has(rhyme)
  // "k" before other vowels stands in names of places and peoples only.
  if (initial === 'k' || initial === 'gh' || initial === 'ngh') return isFront && plain.has(rhyme)
  return lips.has(initial) ? plain.has(rhyme) : rhymes.has(rhyme)
}

/** Before a stop only sắc and nặng; and the tone stands on the heart of the rhyme. */
function hasPossibleTone(rhyme: string, { tone, at }: Parts, initial: string): boolean {
  if (stops.has(rhyme))
    return '\u0301\u0323'.includes(tone) && tone !== '' && bearers(rhyme).includes(at - initial.length)
  return tone === '' || bearers(rhyme).includes(at - initial.length)
}

/** Places of the letter that may bear the tone. */
function bearers(rhyme: string): readonly number[] {
  const marked = rhyme.search(/[âêôơă]|ư(?!ơ)/u)
  if (marked >= 0) return [/ôô/u.test(rhyme) ? marked + 1 : marked]
  const vowels = /^[aeiouy]+/u.exec(rhyme)?.[0].length ?? 0
  if (vowels < rhyme.length || vowels === 3) return [vowels === 3 ? 1 : vowels - 1]
  if (/^(?:oa|oe|uy)$/u.test(rhyme)) return [0, 1]
  return [0]
}
