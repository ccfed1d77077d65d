// The same results as points: numbered as in the list, reached by Tab, opened by Enter. It needs no tiles; with an address of some it draws them.
import { t } from '@lingui/core/macro'
import L from 'leaflet'
import 'leaflet/dist/leaflet.css'
import { useEffect, useRef } from 'react'
import type { Point } from '../distance.ts'
import type { Listed } from '../finding.ts'
import classes from './directory.module.css'
import type { InStep } from './ResultList.tsx'

export interface MapProps extends InStep {
  found: Listed[]
  from: Point | null
  tiles: { url: string | null; attribution: string }
  /** a point was opened: bring its line into view */
  open: (id: string) => void
}

export default function ResultMap({ found, from, tiles, marked, mark, open }: MapProps) {
  const box = useRef<HTMLDivElement>(null)
  const map = useRef<L.Map | null>(null)
  const markers = useRef(new Map<string, L.Marker>())
  const calls = useRef({ mark, open })
  useEffect(() => {
    calls.current = { mark, open }
  })

  useEffect(() => {
    if (!box.current) return
    const made = L.map(box.current, { attributionControl: false, zoomAnimation: false, fadeAnimation: false, maxZoom: 18, minZoom: 3 }).setView([39, -96], 4)
    if (tiles.url) {
      L.tileLayer(tiles.url, { maxZoom: 18 }).addTo(made)
      L.control.attribution({ prefix: false }).addAttribution(tiles.attribution).addTo(made)
    }
    L.control.scale({ metric: false }).addTo(made)
    map.current = made
    return () => {
      made.remove()
      map.current = null
    }
  }, [tiles.url, tiles.attribution])

  useEffect(() => {
    const here = map.current
    if (!here) return
    const layer = L.layerGroup().addTo(here)
    markers.current = drawn(found, layer, calls)
    if (from) L.circleMarker([from.latitude, from.longitude], { radius: 7, className: classes.from ?? '', interactive: false }).addTo(layer)
    const points = [...found.flatMap(pointOf), ...(from ? [L.latLng(from.latitude, from.longitude)] : [])]
    if (points.length > 0) here.fitBounds(L.latLngBounds(points), { padding: [30, 30], maxZoom: 14 })
    return () => void layer.remove()
  }, [found, from, tiles.url])

  useEffect(() => {
    for (const [id, marker] of markers.current) {
      marker.getElement()?.classList.toggle(classes.pinMarked ?? '', id === marked)
      marker.setZIndexOffset(id === marked ? 1000 : 0)
    }
  }, [marked, found])

  return <div ref={box} className={classes.map} role="region" aria-label={t`Map of the services found`} />
}

const pointOf = ({ latitude, longitude }: Listed): L.LatLng[] => (latitude === null || longitude === null ? [] : [L.latLng(latitude, longitude)])

function drawn(found: Listed[], layer: L.LayerGroup, calls: { current: Pick<MapProps, 'mark' | 'open'> }): Map<string, L.Marker> {
  const made = new Map<string, L.Marker>()
  for (const [index, each] of found.entries())
    for (const point of pointOf(each)) {
      const icon = L.divIcon({ className: classes.pin ?? '', html: String(index + 1), iconSize: [28, 28] })
      const marker = L.marker(point, { icon, title: `${index + 1}. ${each.name}`, keyboard: true, riseOnHover: true }).addTo(layer)
      marker.on('click', () => calls.current.open(each.id)).on('mouseover', () => calls.current.mark(each.id))
      marker.getElement()?.setAttribute('aria-label', `${index + 1}. ${each.name}`)
      marker.getElement()?.addEventListener('focus', () => calls.current.mark(each.id))
      marker.getElement()?.addEventListener('keydown', (event) => {
        if (event.key === 'Enter') calls.current.open(each.id)
      })
      made.set(each.id, marker)
    }
  return made
}
