// Single points, moved by pointer or keys: of an outline, whose corners between two points follow them, or ends of a caliper.
import { say, toast } from './dom.js'
import { placeWords } from './drawing.js'
import { t } from './words.js'

const HANDLES = 24
const NEAR = 14

export class Adjusting {
  /**
   * @param picture where they lie
   * @param places the corners of an outline, or places apart
   * @param closed whether they are an outline
   * @param keep hears the places in the end, where one was moved; the edit is over when they are kept
   */
  constructor(picture, places, closed, keep) {
    Object.assign(this, { picture, places, closed, keep, chosen: 0, grabbed: false })
    const step = closed ? Math.max(1, Math.ceil(places.length / HANDLES)) : 1
    this.corners = places.map(place => [...place])
    this.handles = places.map((place, i) => i).filter(i => i % step === 0)
    toast(t('adjust.how'))
  }

  /** Takes hold of the point under a place, if there is one. */
  grab([x, y]) {
    const near = NEAR * (this.picture.ratio || 1) / this.picture.scale
    const apart = this.handles.map(i => Math.hypot(this.corners[i][0] - x, this.corners[i][1] - y))
    const next = apart.indexOf(Math.min(...apart))
    this.grabbed = apart[next] <= near
    if (this.grabbed) {
      const [cornerX, cornerY] = this.corners[this.handles[next]]
      this.offset = [cornerX - x, cornerY - y]
      this.choose(next)
    }
    return this.grabbed
  }

  /** Moves the point that is held by as much as the pointer moved. */
  drag([x, y]) { this.move([x + this.offset[0], y + this.offset[1]]) }

  release() {
    this.grabbed = false
    say(this.where())
  }

  hover() {}

  press() {}

  choose(handle) {
    this.chosen = (handle + this.handles.length) % this.handles.length
    say(`${t('adjust.point', { n: this.chosen + 1, all: this.handles.length })}, ${this.where()}`)
    this.picture.draw()
  }

  /** Moves the chosen point to a place; the nearer a corner is to it, the more it goes along, up to the next points. */
  move(to) {
    const { corners, handles, chosen, picture } = this
    const [x, y] = picture.within(to)
    const n = corners.length
    const at = handles[chosen]
    const [dx, dy] = [x - corners[at][0], y - corners[at][1]]
    const before = (at - handles.at(chosen - 1) + n) % n || n
    const after = (handles[(chosen + 1) % handles.length] - at + n) % n || n
    for (let k = 1 - before; k < after; k++) {
      const share = 1 - Math.abs(k) / (k < 0 ? before : after)
      const here = (at + k + n) % n
      corners[here] = picture.within([corners[here][0] + dx * share, corners[here][1] + dy * share])
    }
    picture.draw()
  }

  /** Where the chosen point lies, and how far two points are apart. */
  where() { return placeWords(this.corners[this.handles[this.chosen]], this.closed ? [] : this.corners) }

  /** Hands the places over where one was moved. */
  finish() {
    if (this.corners.some((corner, i) => corner.some((part, axis) => part !== this.places[i][axis]))) this.keep(this.corners)
    else this.picture.editing(null)
  }

  /** Whether the key was one of its own. */
  key(event) {
    const step = (event.shiftKey ? 10 : 1) / this.picture.scale
    const [x, y] = this.corners[this.handles[this.chosen]]
    const moves = { ArrowLeft: [x - step, y], ArrowRight: [x + step, y], ArrowUp: [x, y - step], ArrowDown: [x, y + step] }
    if (moves[event.key]) {
      this.move(moves[event.key])
      say(this.where())
    } else if (event.key === 'n') this.choose(this.chosen + 1)
    else if (event.key === 'p') this.choose(this.chosen - 1)
    else if (event.key.toLowerCase() === 'f' || event.key === 'Enter') this.finish()
    else if (event.key === 'Escape') this.picture.editing(null)
    else return false
    return true
  }

  /** Draws the places as they would be. */
  paint() {
    const { context, scale, ratio = 1, x, y } = this.picture
    const line = 2 * ratio / scale
    context.setTransform(scale, 0, 0, scale, x, y)
    context.strokeStyle = '#ffe600'
    context.lineWidth = line
    context.beginPath()
    this.corners.forEach((corner, i) => (i ? context.lineTo(...corner) : context.moveTo(...corner)))
    if (this.closed) context.closePath()
    context.stroke()
    this.handles.forEach((i, handle) => {
      context.beginPath()
      context.arc(...this.corners[i], (handle === this.chosen ? 3.5 : 2.5) * line, 0, 2 * Math.PI)
      context.fillStyle = handle === this.chosen ? '#ffffff' : '#ffe600'
      context.fill()
      context.stroke()
    })
  }
}
