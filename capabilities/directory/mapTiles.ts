// Where the map's picture comes from: an address of the installation, or nowhere; the map works without. Read and refused in plain words.
import { z } from 'zod'

export interface MapTiles {
  /** `https://tiles.example.org/{z}/{x}/{y}.png`, or null: points on a plain ground */
  url: string | null
  attribution: string
}

const Address = z.string().regex(/^https:\/\/[^\s"';{}]+(\{[szxyr]\}[^\s"';{}]*)+$/)

/** `CONTINUUM_MAP_TILES` and `CONTINUUM_MAP_ATTRIBUTION`. An address that is not https with {z}, {x} and {y} counts as none. */
export function mapTiles(env: Record<string, string | undefined>): MapTiles {
  const url = Address.safeParse(env.CONTINUUM_MAP_TILES).data ?? null
  const whole = url !== null && ['{z}', '{x}', '{y}'].every((part) => url.includes(part))
  return { url: whole ? url : null, attribution: env.CONTINUUM_MAP_ATTRIBUTION ?? '' }
}
