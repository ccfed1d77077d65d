// Ties text and day fields of a form to its state, by the name of the field.
import type { Problem } from '../../../web/api.ts'

interface Typed {
  currentTarget: { value: string }
}

/** `const { text, day } = bound(fields, change, problem)`; `<TextField {...text('name')} label=… />`. An emptied day becomes null. */
export function bound(values: object, change: (more: Record<string, string | null>) => void, problem: Problem | null) {
  const value = (path: string) => String(Reflect.get(values, path) ?? '')
  return {
    text: (path: string) => ({
      path,
      problem,
      value: value(path),
      autoComplete: 'off',
      onChange: (event: Typed) => change({ [path]: event.currentTarget.value }),
    }),
    day: (path: string) => ({
      path,
      problem,
      value: value(path),
      onChange: (event: Typed) => change({ [path]: event.currentTarget.value || null }),
    }),
  }
}
