// What is drawn upon a field: parts, outlines in the colors of their words, numbers.
import { paintParts, partLayer } from './parts.js'

const COLORS = ['#4db8ff', '#ffb000', '#e07bff', '#c8d94a', '#ff8ac2', '#7de0d0', '#35c46a', '#ff5a4d']
const KNOWN = { live: '#35c46a', dead: '#ff5a4d', normal: '#35c46a', rapidProgressive: '#35c46a', immotile: '#ff5a4d', '': '#f2f2f2' }
const EXCLUDED = '#b9c0c7'
const MANY = 300
const COARSE = 12

/** The color of a term among all terms of a picture. */
export const color = (terms, term) => KNOWN[term] ?? COLORS[Math.max(0, terms.indexOf(term)) % COLORS.length]

/** What an object is called first, or nothing. */
export const term = item => item.labels[0]?.term ?? ''

/** The layer of an object: its term, or that it does not count. */
export const layer = item => item.excluded ? 'excluded' : term(item)

/** The outline of an object as a path of each so-many-th corner; its box where it has none. */
export function outline(item, step = 1) {
  const path = new Path2D()
  if (item.outline.length > 2) {
    for (let i = 0; i < item.outline.length; i += step) path.lineTo(item.outline[i][0], item.outline[i][1])
    path.closePath()
  } else {
    const [x, y, width, height] = item.box
    path.rect(x, y, Math.max(1, width), Math.max(1, height))
  }
  return path
}

/** The same with few corners. */
export const roughly = item => outline(item, Math.ceil(item.outline.length / COARSE))

/** Strokes the outlines of all layers that are shown: roughly and without parts where many are in sight, else exactly. */
export function paintOutlines(picture) {
  const { context, scale, ratio = 1 } = picture
  const line = 1.6 * ratio / scale
  const seen = picture.items.filter(item => isInSight(picture, item))
  context.setLineDash([])
  if (seen.length <= MANY) paintParts(picture, part => isPartHidden(picture, part))
  for (const [name, { items, coarse }] of picture.layers) {
    if (picture.hidden.has(name)) continue
    context.setLineDash(name === 'excluded' ? [4 * line, 3 * line] : [])
    context.strokeStyle = name === 'excluded' ? EXCLUDED : color(picture.terms, name)
    context.lineWidth = line
    if (seen.length > MANY) context.stroke(coarse)
    else items.filter(item => isInSight(picture, item)).forEach(item => context.stroke(item.path))
  }
  context.setLineDash([])
  for (const item of picture.items) {
    if (picture.marked.has(item.id) && item !== picture.chosen) emphasize(context, item, 2.5 * line, '#ffffff')
  }
  if (picture.chosen) emphasize(context, picture.chosen, 3 * line, '#ffffff')
  if (!picture.hidden.has('numbers')) paintNumbers(picture)
}

/** Whether a part is switched off, by itself or with its object, or out of sight. */
const isPartHidden = (picture, part) =>
  picture.hidden.has(partLayer(part.name)) || picture.hidden.has(layer(part.item)) || !isInSight(picture, part)

/** Whether an object or a part is within the canvas. */
function isInSight(picture, { box: [x, y, width, height] }) {
  const { scale, canvas } = picture
  return picture.x + (x + width) * scale > 0 && picture.y + (y + height) * scale > 0
    && picture.x + x * scale < canvas.width && picture.y + y * scale < canvas.height
}

function emphasize(context, item, line, ink) {
  context.lineWidth = line * 1.8
  context.strokeStyle = '#000000'
  context.stroke(item.path)
  context.lineWidth = line
  context.strokeStyle = ink
  context.stroke(item.path)
}

/** Numbers where there is room for them. */
function paintNumbers(picture) {
  const { context, scale, ratio = 1 } = picture
  if (picture.items.length > 400 && scale < 2 * ratio) return
  context.setTransform(1, 0, 0, 1, 0, 0)
  context.font = `600 ${11 * ratio}px system-ui, sans-serif`
  context.lineWidth = 3 * ratio
  context.strokeStyle = '#000000b0'
  for (const item of picture.items) {
    if (picture.hidden.has(layer(item))) continue
    const x = picture.x + (item.box[0] + item.box[2]) * scale + 2 * ratio
    const y = picture.y + item.box[1] * scale
    if (x < 0 || y < 0 || x > picture.canvas.width || y > picture.canvas.height) continue
    context.fillStyle = item.excluded ? EXCLUDED : '#ffffff'
    context.strokeText(item.id, x, y)
    context.fillText(item.id, x, y)
  }
}
