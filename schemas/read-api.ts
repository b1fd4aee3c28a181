// What other systems of the province may read, and in which shape: the OpenAPI document is made from these.
import { z } from 'zod'
import { FieldCode, TableCode, Value } from './fields.ts'

/** Of the classes of the catalogue, what a system may see; each takes in those before it. */
export const Sight = z.enum(['public', 'personal', 'sensitive'])
export type Sight = z.infer<typeof Sight>

/** Another system: the agencies whose people it may read (with all under them; `*` all), and how much of them. */
export const ApiClient = z.object({
  client: z.string().regex(/^[a-z0-9][a-z0-9._-]{1,63}$/u),
  name: z.string().min(1).max(200),
  agencies: z.array(z.string().min(1)).min(1),
  sight: Sight,
  /** Narrower than its sight: only these fields and tables, where told. */
  only: z.array(z.string()).optional(),
  isDisabled: z.boolean(),
})
export type ApiClient = z.infer<typeof ApiClient>

export const ApiValue = z
  .object({
    value: Value.describe('Giá trị, theo kiểu của trường trong danh mục'),
    code: z.string().optional().describe('Mã trong danh mục dùng chung'),
    grade: z.enum(['good', 'doubtful', 'poor']).describe('Mức tin cậy của lần đọc'),
    decidedBySteward: z.boolean().describe('Đã có người rà soát quyết định'),
  })
  .meta({ id: 'Value' })
export type ApiValue = z.infer<typeof ApiValue>

export const ApiPerson = z
  .object({
    personId: z.string(),
    agency: z.string(),
    values: z.partialRecord(FieldCode, ApiValue),
    tables: z.partialRecord(TableCode, z.array(z.record(z.string(), ApiValue))),
  })
  .meta({ id: 'Person' })
export type ApiPerson = z.infer<typeof ApiPerson>

export const ApiPersonPage = z
  .object({ persons: z.array(ApiPerson), next: z.string().optional().describe('Đưa vào `after` để đọc tiếp') })
  .meta({ id: 'PersonPage' })
export type ApiPersonPage = z.infer<typeof ApiPersonPage>

export const ApiProblem = z.object({ error: z.string() }).meta({ id: 'Problem' })
export type ApiProblem = z.infer<typeof ApiProblem>
