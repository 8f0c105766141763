// The courses of a video: where each object was in which frame.
import { color, layer, term } from './ink.js'

const TAIL = 25

export class Tracks {
  /** @param table the table of places, as the server writes it */
  constructor(table, field) {
    this.places = new Map()
    for (const line of table.split('\n').slice(1)) {
      const cells = line.split(',')
      if (cells.length < 6 || Number(cells[0]) !== field) continue
      const track = Number(cells[1])
      if (!this.places.has(track)) this.places.set(track, [])
      this.places.get(track).push([Number(cells[2]), Number(cells[4]), Number(cells[5])])
    }
  }

  /** Draws what each object did until a frame, the last second or so, and where it is. */
  paint(picture, frame) {
    const { context, scale, ratio = 1 } = picture
    context.lineWidth = 1.8 * ratio / scale
    for (const item of picture.items) {
      if (picture.hidden.has(layer(item))) continue
      const seen = (this.places.get(item.id) ?? []).filter(([at]) => at <= frame && at > frame - TAIL)
      if (!seen.length) continue
      context.strokeStyle = item === picture.chosen ? '#ffffff' : item.excluded ? '#b9c0c7' : color(picture.terms, term(item))
      context.beginPath()
      seen.forEach(([, x, y]) => context.lineTo(x, y))
      context.stroke()
      const [last, x, y] = seen.at(-1)
      if (last === frame) {
        context.beginPath()
        context.arc(x, y, 6 * ratio / scale, 0, 2 * Math.PI)
        context.stroke()
      }
    }
  }
}
