// A content stream of PDF as operators with their operands, as written. Inline pictures are not taken apart.
export interface Operation {
  readonly operator: string
  readonly operands: readonly string[]
}

const token = /\((?:\\[\s\S]|[^\\()])*\)|<<|>>|<[0-9a-fA-F\s]*>|[[\]]|\/[^\s()<>[\]/%]*|%[^\r\n]*|[^\s()<>[\]/%]+/gu
const operand = /^(?:[-+.\d/([\]<>]|(?:true|false|null)$)/u

export function operationsIn(content: string): Operation[] {
  const operations: Operation[] = []
  let operands: string[] = []
  for (const [word] of content.matchAll(token)) {
    if (word.startsWith('%')) continue
    if (operand.test(word)) operands.push(word)
    else {
      operations.push({ operator: word, operands })
      operands = []
    }
  }
  return operations
}
