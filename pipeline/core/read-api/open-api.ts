// The OpenAPI 3.1 document of the read API, made from the same shapes the answers are held to: it cannot tell anything else.
import { z } from 'zod'
import { ApiPerson, ApiPersonPage, ApiProblem } from '../../../schemas/index.ts'

const json = (shape: z.ZodType) => {
  const { $schema: _, ...schema } = z.toJSONSchema(shape, { target: 'draft-2020-12', reused: 'inline', io: 'output' })
  return { content: { 'application/json': { schema } } }
}
const parameter = (name: string, where: 'path' | 'query', description: string, schema: object) => ({
  ...{ name, in: where, description, schema },
  required: where === 'path',
})
const problems = {
  401: { description: 'Thiếu mã truy cập, hoặc mã không còn dùng được', ...json(ApiProblem) },
  404: { description: 'Không có, hoặc hệ thống này không được xem', ...json(ApiProblem) },
}

export function openApi(): object {
  return {
    openapi: '3.1.0',
    info: {
      title: 'Hồ sơ CBCCVC: giao diện đọc',
      version: '1.0.0',
      description:
        'Chỉ đọc. Chỉ bản ghi đủ điều kiện xuất. Mỗi hệ thống chỉ thấy đơn vị và loại trường được cấp; mọi lần đọc đều được ghi nhật ký.',
    },
    components: { securitySchemes: { token: { type: 'http', scheme: 'bearer' } } },
    security: [{ token: [] }],
    paths: {
      '/api/v1/persons': {
        get: {
          operationId: 'listPersons',
          summary: 'Bản ghi chuẩn, theo thứ tự mã người',
          parameters: [
            parameter('after', 'query', 'Mã người đã đọc cuối cùng', { type: 'string' }),
            parameter('limit', 'query', 'Số bản ghi mỗi trang', {
              type: 'integer',
              minimum: 1,
              maximum: 200,
              default: 50,
            }),
          ],
          responses: { 200: { description: 'Một trang', ...json(ApiPersonPage) }, 401: problems[401] },
        },
      },
      '/api/v1/persons/{personId}': {
        get: {
          operationId: 'readPerson',
          summary: 'Bản ghi chuẩn của một người',
          parameters: [parameter('personId', 'path', 'Mã người', { type: 'string' })],
          responses: { 200: { description: 'Bản ghi', ...json(ApiPerson) }, ...problems },
        },
      },
    },
  }
}
