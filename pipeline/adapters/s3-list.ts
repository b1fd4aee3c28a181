// The texts of one kind of element in an answer of an S3 store, in their order.
import { SaxesParser } from 'saxes'

export function xmlTexts(xml: string, element: string): string[] {
  const parser = new SaxesParser()
  const texts: string[] = []
  let isInside = false
  parser.on('opentag', ({ name }) => {
    isInside = name === element
    if (isInside) texts.push('')
  })
  parser.on('closetag', () => (isInside = false))
  parser.on('text', (text) => {
    if (isInside) texts.push((texts.pop() ?? '') + text)
  })
  parser.write(xml).close()
  return texts
}
