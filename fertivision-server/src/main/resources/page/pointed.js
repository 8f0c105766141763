// What a person points at in a field since its kind asks for it: the ends of a caliper, the outline of an ovary.
import { known, t } from './words.js'

export const POINTED = '#b8f28c'
const BEFORE = '#b9c0c7'
const ARM = 7
const SAME = 0.1

/** What places of a kind are called. */
export const pointedName = setting => known(`pointed.${setting}`, setting)

/** The name under which places are hidden. */
export const pointedLayer = setting => `pointed.${setting}`

/** How many places a setting takes where not every number between the fewest and the most will do. */
const COUNTS = { calipers: [2, 4] }

/** Whether an object is what the places of a field say: their outline, or what lies between points. */
export const isPointedAt = (item, all) => all.some(({ closed, places }) => places.length
  && (closed ? item.outline.length === places.length && item.outline.every(([x, y], i) => Math.hypot(x - places[i][0], y - places[i][1]) < SAME)
    : !item.outline.length))

/** Each setting of places in a field: where they lie, and where they lay as measured if a person placed them anew. */
export function pointed(report, field, parameters) {
  const given = { ...report.parameters.effective, ...report.parameters.fields[field] }
  return parameters.filter(({ type }) => type === 'points' || type === 'polygon').map(({ name, type, lowest, highest }) => {
    const placed = report.annotations.findLast(word => word.type === 'place' && word.field === field && word.setting === name)
    const closed = type === 'polygon'
    return { name, closed, counts: n => (COUNTS[name] ? COUNTS[name].includes(n) : n >= lowest && n <= highest),
      how: closed ? t('draw.how') : `${known(`place.${name}`, t('place.some', { fewest: lowest, most: highest }))} ${t('place.how')}`,
      places: placed?.places ?? given[name] ?? [], before: placed ? given[name] ?? [] : [] }
  })
}

/** Draws the places that are not hidden, dotted as on the report, and dashed where they lay before. */
export function paintPointed(picture) {
  picture.context.setTransform(picture.scale, 0, 0, picture.scale, picture.x, picture.y)
  for (const { name, closed, places, before } of picture.pointed) {
    if (picture.hidden.has(pointedLayer(name))) continue
    draw(picture, before, closed, BEFORE, [4, 3])
    draw(picture, places, closed, POINTED, [0, 3])
  }
  picture.context.setLineDash([])
  picture.context.lineCap = 'butt'
}

function draw({ context, scale, ratio = 1 }, places, closed, ink, dash) {
  const line = 2 * ratio / scale
  const path = new Path2D()
  places.forEach(([x, y]) => path.lineTo(x, y))
  if (closed) path.closePath()
  const ends = new Path2D()
  for (const [x, y] of closed ? [] : places) {
    ends.moveTo(x - ARM * line / 2, y); ends.lineTo(x + ARM * line / 2, y)
    ends.moveTo(x, y - ARM * line / 2); ends.lineTo(x, y + ARM * line / 2)
  }
  context.lineCap = 'round'
  for (const [color, width] of [['#000000b0', 1.7 * line], [ink, line]]) {
    context.strokeStyle = color
    context.lineWidth = width
    context.setLineDash(dash.map(part => part * line))
    context.stroke(path)
    context.setLineDash([])
    context.stroke(ends)
  }
}
