// OpenAPI 3.1, generated from the same schemas that check the requests.
import { z } from 'zod'
import type { Route } from '../capability.ts'

const schemaOf = (schema: z.ZodType): object => {
  const { $schema: _, ...rest } = z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input', unrepresentable: 'any' })
  return rest
}
const problem = {
  description: 'A problem (RFC 9457)',
  content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
}

interface ObjectSchema {
  properties?: Record<string, object>
  required?: string[]
}

function parametersOf(route: Route): object[] {
  const inPath = [...route.path.matchAll(/:(\w+)/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', ...(name?.endsWith('Id') && { format: 'uuid' }) },
  }))
  const query: ObjectSchema = route.query ? schemaOf(route.query) : {}
  const inQuery = Object.entries(query.properties ?? {}).map(([name, schema]) => ({
    // A name must not stand in an address (see askedOf in serve.ts).
    ...(name === 'search' ? { name: 'X-Search', in: 'header' } : { name, in: 'query' }),
    required: query.required?.includes(name) ?? false,
    schema,
  }))
  const headers = [
    ...(route.method === 'GET'
      ? []
      : [{ name: 'Idempotency-Key', in: 'header', required: true, schema: { type: 'string', minLength: 8, maxLength: 200 } }]),
    ...(route.needsVersion ? [{ name: 'If-Match', in: 'header', required: true, schema: { type: 'string' } }] : []),
  ]
  return [...inPath, ...inQuery, ...headers]
}

function bodyOf(route: Route): object {
  if (route.takes === 'json' && route.body)
    return { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(route.body) } } } }
  if (route.takes === 'file')
    return {
      requestBody: {
        required: true,
        content: {
          'multipart/form-data': { schema: { type: 'object', properties: { file: { type: 'string', format: 'binary' } } } },
        },
      },
    }
  return {}
}

const problemSchema = {
  type: 'object',
  required: ['status', 'code', 'detail', 'traceId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    traceId: { type: 'string' },
    issues: {
      type: 'array',
      items: { type: 'object', properties: { path: { type: 'string' }, message: { type: 'string' } } },
    },
    missing: {
      type: 'array',
      items: {
        type: 'object',
        properties: { code: { type: 'string' }, message: { type: 'string' }, href: { type: 'string' } },
      },
    },
    current: {},
  },
}

export function openApi(routes: Route[]): object {
  const paths: Record<string, Record<string, object>> = {}
  for (const route of routes) {
    const path = `/api${route.path.replaceAll(/:(\w+)/g, '{$1}')}`
    const [tag] = route.path
      .split('/')
      .filter((part) => part && !part.startsWith(':'))
      .slice(-1)
    paths[path] = {
      ...paths[path],
      [route.method.toLowerCase()]: {
        ...(route.summary && { summary: route.summary }),
        tags: [tag],
        'x-permission': route.may,
        ...(route.may === 'public' ? { security: [] } : {}),
        parameters: parametersOf(route),
        ...bodyOf(route),
        responses: { [route.method === 'POST' ? '201' : '200']: { description: 'Done' }, default: problem },
      },
    }
  }
  return {
    openapi: '3.1.0',
    info: {
      title: 'Continuum',
      version: '0.1.0',
      description: 'Case management, from referral to closure. Every write takes an Idempotency-Key; every edit an If-Match.',
    },
    security: [{ signIn: [] }],
    paths,
    components: {
      securitySchemes: { signIn: { type: 'apiKey', in: 'cookie', name: '__Host-continuum' } },
      schemas: {
        Problem: problemSchema,
      },
    },
  }
}
