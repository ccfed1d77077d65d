// Follows references inside one bundle: by fullUrl, by Type/id, and to resources contained in the one that points.
import type { Reference } from './element.ts'
import type { Bundle, Entry } from './bundle.ts'

export interface References {
  /** The entry a reference points to, or null when it points outside the bundle. */
  find(reference: Reference | undefined): Entry | null
  /** True when the reference points to this entry. */
  points(reference: Reference | undefined, to: Entry): boolean
}

export function referencesIn(bundle: Bundle): References {
  const byAddress = new Map<string, Entry>()
  for (const entry of bundle.entries) {
    if (entry.fullUrl) byAddress.set(entry.fullUrl, entry)
    if (entry.id) byAddress.set(`${entry.type}/${entry.id}`, entry)
  }
  const find = (reference: Reference | undefined): Entry | null => {
    const address = reference?.reference
    if (!address) return null
    return byAddress.get(address) ?? byAddress.get(tail(address)) ?? null
  }
  return { find, points: (reference, to) => find(reference) === to }
}

/** `https://host/fhir/Patient/1/_history/2` → `Patient/1`. */
function tail(address: string): string {
  const parts = address.split('/_history/')[0]?.split('/') ?? []
  return parts.slice(-2).join('/')
}

/** A resource carried inside another, by its `#id`. */
export function containedIn(
  resources: { resourceType: string; id?: string | undefined }[],
  reference: Reference | undefined,
): Record<string, unknown> | null {
  const id = reference?.reference?.startsWith('#') ? reference.reference.slice(1) : null
  return id === null ? null : (resources.find((each) => each.id === id) ?? null)
}
