// `hoso lists`: the code lists the program goes by, with origin, times and other names, so that anybody can check them.
import { loadKnowledge } from '../adapters/knowledge.ts'
import { UsageError } from '../core/errors.ts'
import type { Book, BookEntry } from '../core/knowledge.ts'
import { type Command, exitCodes, json, printJson } from './command.ts'
import { forPeople } from './words.ts'

type Language = 'vi' | 'en'

export const lists: Command = {
  name: 'lists',
  vi: 'In các danh mục với xuất xứ; thêm tên danh mục để in từng mục và thời gian hiệu lực.',
  en: 'Print the code lists with their origin; with a name, its entries and when they are valid.',
  argument: '[name...]',
  options: [json],
  examples: ['hoso lists', 'hoso lists ethnicity', 'hoso lists ranks --json'],
  run: async ({ words, options, config, terminal }) => {
    const { books } = loadKnowledge()
    const chosen = words.map((word) => bookNamed(word, books))
    const told = chosen.length > 0 ? chosen : books
    if (options.json) printJson(terminal, told)
    else
      for (const book of told) {
        terminal.out(headOf(book, config.lang))
        if (chosen.length > 0) for (const entry of book.entries) terminal.out(lineOf(entry, config.lang))
      }
    return exitCodes.done
  },
}

function bookNamed(word: string, books: readonly Book[]): Book {
  const found = books.find(({ list }) => list === word)
  if (found) return found
  throw new UsageError(`Không có danh mục "${word}". Hãy chọn một trong: ${books.map(({ list }) => list).join(', ')}.`)
}

function headOf({ list, vi, origin, isVerified, entries }: Book, lang: Language): string {
  const say = (vi: string, en: string) => (lang === 'vi' ? vi : en)
  const checked = isVerified ? say('đã đối chiếu', 'verified') : say('chưa đối chiếu bản gốc', 'not verified')
  return `${list}: ${vi} (${entries.length} ${say('mục', 'entries')}, ${checked})\n  ${say('Xuất xứ', 'Origin')}: ${origin}\n`
}

function lineOf({ code, name, validFrom, validTo, note, aliases }: BookEntry, lang: Language): string {
  const say = (vi: string, en: string) => (lang === 'vi' ? vi : en)
  const day = (date: string) => (lang === 'vi' ? forPeople(date) : date)
  const details = [
    validFrom && `${say('từ', 'from')} ${day(validFrom)}`,
    validTo && `${say('đến', 'to')} ${day(validTo)}`,
    note,
    aliases.length > 0 && `${say('còn gọi', 'also')}: ${aliases.join(', ')}`,
  ]
  return `  ${[code, name, ...details.filter(Boolean)].join(' · ')}\n`
}
