// Where something is and how far that is: points on the earth, and the miles between them as the crow flies.
import { z } from 'zod'

export const Point = z.object({ latitude: z.number().min(-90).max(90), longitude: z.number().min(-180).max(180) })
export type Point = z.infer<typeof Point>

/** The mean radius of the earth (IUGG), in miles. */
const earthMiles = 3958.7613
const radians = (degrees: number): number => (degrees * Math.PI) / 180
/** Of latitude; of longitude at the equator. */
export const milesOfDegree = earthMiles * radians(1)

/** Miles as the crow flies (haversine on a sphere: within 0.6 % of the ellipsoid). Roads are longer; screens say "about". */
export function milesBetween(a: Point, b: Point): number {
  const north = Math.sin(radians(b.latitude - a.latitude) / 2) ** 2
  const east = Math.sin(radians(b.longitude - a.longitude) / 2) ** 2
  return 2 * earthMiles * Math.asin(Math.sqrt(Math.min(1, north + Math.cos(radians(a.latitude)) * Math.cos(radians(b.latitude)) * east)))
}
