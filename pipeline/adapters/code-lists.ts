// Reads one list of schemas/code-lists/ and holds it to its shape and to itself; a wrong one is named with its wrong entry.
import { readFileSync } from 'node:fs'
import type { z } from 'zod'
import { EnvironmentError } from '../core/errors.ts'

export type LoadList = <T>(name: string, shape: z.ZodType<T>, flawsOf: (list: T) => readonly string[]) => T

/** More flaws than these are most likely one mistake. */
const MAX_TOLD = 5

/** `onText` gets every list as read, for the digest. */
export function listLoader(folder: URL, onText: (text: string) => void): LoadList {
  return (name, shape, flawsOf) => {
    const text = textOf(name, folder)
    onText(text)
    const wrong = (flaws: readonly string[], cause?: unknown) =>
      new EnvironmentError(
        `Danh mục ${name} bị sai: ${flaws.slice(0, MAX_TOLD).join('; ')}. Hãy sửa tệp schemas/code-lists/${name}.json.`,
        { cause },
      )
    const parsed = shape.safeParse(jsonOf(text))
    if (!parsed.success)
      throw wrong(
        parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`),
        parsed.error,
      )
    const flaws = [...flawsOfText(text), ...flawsOf(parsed.data)]
    if (flaws.length > 0) throw wrong(flaws)
    return parsed.data
  }
}

/** Other forms of the same letters would never be found: decomposed marks, the Icelandic Ð for Đ. */
function flawsOfText(text: string): string[] {
  return text.split('\n').flatMap((line, at) => {
    if (line !== line.normalize('NFC')) return [`dòng ${at + 1} không ở dạng Unicode dựng sẵn (NFC)`]
    return /[Ðð]/u.test(line) ? [`dòng ${at + 1} dùng chữ Ð thay cho Đ`] : []
  })
}

function textOf(name: string, folder: URL): string {
  try {
    return readFileSync(new URL(`${name}.json`, folder), 'utf8')
  } catch (cause) {
    throw new EnvironmentError(`Không đọc được danh mục ${name}. Hãy cài đặt lại chương trình.`, { cause })
  }
}

/** What is no JSON has no shape either: the shape then says what is wrong. */
function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch (cause) {
    if (cause instanceof SyntaxError) return undefined
    throw cause
  }
}
