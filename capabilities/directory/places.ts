// Where a ZIP code lies: in the middle of the directory's own locations there, else of those in its first three digits.
import type { Point } from './distance.ts'

interface Middle { north: number; east: number; locations: number }
/** By ZIP code, and by first three digits. */
export type Places = Map<string, Middle>

const isZip = (text: string): boolean => /^\d{5}$/.test(text)

export function addLocation(places: Places, zip: string, point: Point, times = 1): void {
  if (!isZip(zip)) return
  for (const area of [zip, zip.slice(0, 3)]) {
    const was = places.get(area) ?? { north: 0, east: 0, locations: 0 }
    const is = { north: was.north + times * point.latitude, east: was.east + times * point.longitude, locations: was.locations + times }
    if (is.locations > 0) places.set(area, is)
    else places.delete(area)
  }
}
export const removeLocation = (places: Places, zip: string, point: Point): void => addLocation(places, zip, point, -1)

/** Null where the directory knows no location there. */
export function pointOfZip(places: Places, zip: string): Point | null {
  const middle = places.get(zip) ?? places.get(zip.slice(0, 3))
  return middle ? { latitude: middle.north / middle.locations, longitude: middle.east / middle.locations } : null
}
