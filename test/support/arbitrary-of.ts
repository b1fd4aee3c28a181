// Any value of a zod shape, for properties that must hold of every shape.
import * as fc from 'fast-check'
import type { Arbitrary } from 'fast-check'
import { z } from 'zod'

/** Text as papers have it: any character that JSON in PostgreSQL can hold, tones included. */
const anyText = fc
  .oneof(
    fc.constantFrom('Nguyễn Thị Hồng Thắm', 'Hmông', 'a\\u0000b', '"\\', ''),
    fc.string({ unit: 'grapheme', maxLength: 12 }),
  )
  .map((text) => text.replaceAll('\u0000', ' '))

export function arbitraryOf(shape: z.core.$ZodType): Arbitrary<unknown> {
  if (shape instanceof z.ZodObject) return objectOf(shape)
  if (shape instanceof z.ZodArray) return fc.array(arbitraryOf(shape.element), { minLength: 1, maxLength: 3 })
  if (shape instanceof z.ZodTuple) return fc.tuple(...shape.def.items.map(arbitraryOf))
  if (shape instanceof z.ZodRecord) return recordOf(shape)
  if (shape instanceof z.ZodUnion) return fc.oneof(...shape.options.map(arbitraryOf))
  if (shape instanceof z.ZodOptional) return arbitraryOf(shape.unwrap())
  if (shape instanceof z.ZodEnum) return fc.constantFrom(...shape.options)
  if (shape instanceof z.ZodLiteral) return fc.constantFrom(...shape.values)
  if (shape instanceof z.ZodBoolean) return fc.boolean()
  if (shape instanceof z.ZodNumber) return numberOf(shape)
  return textOf(shape)
}

function objectOf(shape: z.ZodObject): Arbitrary<unknown> {
  const entries = Object.entries(shape.shape)
  const requiredKeys = entries.filter(([, member]) => !(member instanceof z.ZodOptional)).map(([key]) => key)
  return fc.record(Object.fromEntries(entries.map(([key, member]) => [key, arbitraryOf(member)])), {
    requiredKeys,
    noNullPrototype: true,
  })
}

/** A record over a list of keys has them all; over free keys, a few. */
function recordOf(shape: z.ZodRecord): Arbitrary<unknown> {
  const value = arbitraryOf(shape.valueType)
  if (!(shape.keyType instanceof z.ZodEnum))
    return fc.dictionary(fc.constantFrom('relation', 'name', 'tuổi'), value, { maxKeys: 3, noNullPrototype: true })
  const keys = shape.keyType.options.map(String)
  // A partial record is the same class; only asking it tells.
  const isPartial = shape.safeParse({}).success
  return fc.record(Object.fromEntries(keys.map((key) => [key, value])), {
    requiredKeys: isPartial ? [] : keys,
    noNullPrototype: true,
  })
}

function numberOf(shape: z.ZodNumber): Arbitrary<number> {
  const low = Math.max(shape.minValue ?? -1e9, -1e9)
  const high = Math.min(shape.maxValue ?? 1e9, 1e9)
  const number =
    shape.format === 'safeint'
      ? fc.integer({ min: Math.ceil(low) || 1, max: Math.floor(high) })
      : fc.double({ min: low, max: high, noNaN: true })
  return number.filter((value) => shape.safeParse(value).success).map((value) => value + 0)
}

function textOf(shape: z.core.$ZodType): Arbitrary<unknown> {
  const candidates = fc.oneof(anyText, fc.constantFrom('2026-11-22', '2026-11-22T08:00:00Z', '0'.repeat(64)))
  return candidates.filter((text) => z.safeParse(shape, text).success)
}
