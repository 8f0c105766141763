// What a person points at in a field since its kind asks for it: the ends of a caliper, the outline of an ovary.
import { known } from './words.js'

export const POINTED = '#b8f28c'
const BEFORE = '#b9c0c7'
const ARM = 7

/** What places of a kind are called. */
export const pointedName = setting => known(`pointed.${setting}`, setting)

/** The name under which places are hidden. */
export const pointedLayer = setting => `pointed.${setting}`

/** Each setting of places in a field: where they lie, and where they lay as measured if a person placed them anew. */
export function pointed(report, field, parameters) {
  const given = { ...report.parameters.effective, ...report.parameters.fields[field] }
  return parameters.filter(({ type }) => type === 'points' || type === 'polygon').map(({ name, type, lowest, highest }) => {
    const placed = report.annotations.findLast(word => word.type === 'place' && word.field === field && word.setting === name)
    return { name, closed: type === 'polygon', fewest: lowest, most: highest,
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
