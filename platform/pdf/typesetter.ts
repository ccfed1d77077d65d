// The worker thread that owns the Typst compiler. One document at a time; no network, no database.
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parentPort } from 'node:worker_threads'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import type { Delivery, Order } from './render.ts'

const root = fileURLToPath(new URL('../..', import.meta.url))
const fonts = join(root, 'node_modules/@embedpdf/fonts-latin/fonts')
const compiler = NodeCompiler.create({ workspace: root, fontArgs: [{ fontPaths: [fonts] }] })

parentPort?.on('message', (order: Order) => parentPort?.postMessage(deliver(order)))

function deliver({ id, template, data }: Order): Delivery {
  try {
    return { id, pdf: typeset(template, data) }
  } catch (fault) {
    return { id, fault: reason(fault) }
  } finally {
    compiler.evictCache(10)
  }
}

/** PDF/UA-1 where every character can be shown; else a tagged PDF that makes no claim, rather than no document. */
function typeset(template: string, data: string): Uint8Array {
  const compiled = compiler.compile({ mainFilePath: template, inputs: { data }, resetRead: true })
  const document = compiled.result
  if (!document || compiled.hasError()) throw compiled.takeError() ?? new Error('the template gave no document')
  try {
    return new Uint8Array(compiler.pdf(document, { pdfStandard: 'ua-1' }))
  } catch {
    return new Uint8Array(compiler.pdf(document, { pdfTags: true }))
  }
}

function reason(fault: unknown): string {
  const found = typeof fault === 'object' && fault !== null ? fault : {}
  if ('shortDiagnostics' in found) return JSON.stringify(found.shortDiagnostics)
  return 'message' in found ? String(found.message) : String(fault)
}
