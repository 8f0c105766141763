// The parts of objects upon a field, each in the color of its name: borders filled, ways as lines.

/** Of Okabe and Ito, as the report has them. */
const KNOWN = {
  acrosome: '#009e73', flagellum: '#56b4e9', midpiece: '#d55e00', tail: '#0072b2', vacuole: '#f0e442', cytoplasm: '#cc79a7',
}
const OTHER = '#ffffff'

/** The names of all parts of objects, in order. */
export const partNames = items => [...new Set(items.flatMap(item => (item.parts ?? []).map(part => part.name)))].sort()

const isKnown = name => Object.hasOwn(KNOWN, name)

/** The color of a part among all parts of a result: known ones have their own, others what is left of them. */
export function partColor(names, name) {
  if (isKnown(name)) return KNOWN[name]
  const left = Object.keys(KNOWN).filter(known => !names.includes(known))
  return KNOWN[left[names.filter(other => !isKnown(other)).indexOf(name)]] ?? OTHER
}

/** The name under which a part is hidden. */
export const partLayer = name => `part.${name}`

/** What is to be drawn of the parts of objects. */
export function partShapes(items) {
  return items.flatMap(item => (item.parts ?? []).map(part => {
    const path = new Path2D()
    const places = part.outline ?? part.line
    places.forEach(([x, y]) => path.lineTo(x, y))
    if (part.outline) path.closePath()
    return { item, name: part.name, closed: Boolean(part.outline), path, box: box(places) }
  }))
}

/** What a part reaches over, which may be far beyond its object. */
function box(places) {
  const [left, top, right, bottom] = places.reduce(
    ([x0, y0, x1, y1], [x, y]) => [Math.min(x0, x), Math.min(y0, y), Math.max(x1, x), Math.max(y1, y)],
    [Infinity, Infinity, -Infinity, -Infinity])
  return [left, top, right - left, bottom - top]
}

/** Draws the parts that are not hidden. */
export function paintParts({ context, parts, partNames: names, scale, ratio = 1 }, isHidden) {
  const line = 1.6 * ratio / scale
  for (const part of parts) {
    if (isHidden(part)) continue
    const color = partColor(names, part.name)
    if (part.closed) {
      context.globalAlpha = 0.35
      context.fillStyle = color
      context.fill(part.path)
      context.globalAlpha = 1
    }
    context.strokeStyle = '#ffffffa0'
    context.lineWidth = 2 * line
    context.stroke(part.path)
    context.strokeStyle = color
    context.lineWidth = line
    context.stroke(part.path)
  }
}
