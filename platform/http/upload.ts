// One file and the fields sent with it, read whole within the size limit.
import type { FastifyRequest } from 'fastify'
import type { Upload } from '../capability.ts'
import { refuse } from '../refusal.ts'

export async function uploadOf(request: FastifyRequest): Promise<Upload> {
  if (!request.isMultipart()) return refuse('unsupported-media-type', 'Send the file as multipart/form-data.', { status: 415 })
  const { file, fields } = await partsOf(request).catch((error: Error) => {
    // The form reader's own refusals (too large, too many) carry a status; a form cut short does not.
    if ('statusCode' in error) throw error
    return refuse('file.cut-short', 'The file did not arrive whole. Try again.', { status: 400 })
  })
  if (!file) return refuse('file.missing', 'Choose a file first.', { status: 400 })
  return { ...file, fields }
}

async function partsOf(request: FastifyRequest) {
  const fields: Record<string, string> = {}
  let file: { name: string; bytes: Uint8Array } | null = null
  for await (const part of request.parts()) {
    if (part.type === 'file') file = { name: part.filename.slice(0, 255) || 'file', bytes: await part.toBuffer() }
    else if (typeof part.value === 'string') fields[part.fieldname] = part.value
  }
  return { file, fields }
}
