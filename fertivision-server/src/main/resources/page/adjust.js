// Single points of an outline, moved by pointer or keys; its corners between two points follow them.
import { say, toast } from './dom.js'
import { t } from './words.js'

const HANDLES = 24
const NEAR = 14

export class Adjusting {
  /**
   * @param picture where the outline lies
   * @param item the object whose outline it is
   * @param keep hears the corners in the end
   */
  constructor(picture, item, keep) {
    Object.assign(this, { picture, item, keep, chosen: 0, grabbed: false })
    const step = Math.max(1, Math.ceil(item.outline.length / HANDLES))
    this.corners = item.outline.map(corner => [...corner])
    this.handles = item.outline.map((corner, i) => i).filter(i => i % step === 0)
    toast(t('adjust.how'))
  }

  /** Takes hold of the point under a place, if there is one. */
  grab([x, y]) {
    const near = NEAR * (this.picture.ratio || 1) / this.picture.scale
    const apart = this.handles.map(i => Math.hypot(this.corners[i][0] - x, this.corners[i][1] - y))
    const next = apart.indexOf(Math.min(...apart))
    this.grabbed = apart[next] <= near
    if (this.grabbed) this.choose(next)
    return this.grabbed
  }

  choose(handle) {
    this.chosen = (handle + this.handles.length) % this.handles.length
    say(t('adjust.point', { n: this.chosen + 1, all: this.handles.length }))
    this.picture.draw()
  }

  /** Moves the chosen point to a place; the nearer a corner is to it, the more it goes along, up to the next points. */
  move([x, y]) {
    const { corners, handles, chosen, picture } = this
    const n = corners.length
    const at = handles[chosen]
    const [dx, dy] = [Math.min(picture.width, Math.max(0, x)) - corners[at][0], Math.min(picture.height, Math.max(0, y)) - corners[at][1]]
    const before = (at - handles.at(chosen - 1) + n) % n || n
    const after = (handles[(chosen + 1) % handles.length] - at + n) % n || n
    for (let k = 1 - before; k < after; k++) {
      const share = 1 - Math.abs(k) / (k < 0 ? before : after)
      const corner = corners[(at + k + n) % n]
      corner[0] = Math.min(picture.width, Math.max(0, corner[0] + dx * share))
      corner[1] = Math.min(picture.height, Math.max(0, corner[1] + dy * share))
    }
    picture.draw()
  }

  /** Ends it; the outline is kept where it was moved. */
  finish() {
    this.picture.adjusting = null
    this.picture.draw()
    const corners = this.corners.map(corner => corner.map(part => Math.round(part * 100) / 100))
    if (corners.some((corner, i) => corner.some((part, axis) => part !== this.item.outline[i][axis]))) this.keep(corners)
  }

  /** Whether the key was one of its own. */
  key(event) {
    const step = (event.shiftKey ? 10 : 1) / this.picture.scale
    const [x, y] = this.corners[this.handles[this.chosen]]
    const moves = { ArrowLeft: [x - step, y], ArrowRight: [x + step, y], ArrowUp: [x, y - step], ArrowDown: [x, y + step] }
    if (moves[event.key]) this.move(moves[event.key])
    else if (event.key === 'n') this.choose(this.chosen + 1)
    else if (event.key === 'p') this.choose(this.chosen - 1)
    else if (event.key === 'f' || event.key === 'Enter') this.finish()
    else if (event.key === 'Escape') { this.picture.adjusting = null; this.picture.draw() }
    else return false
    return true
  }

  /** Draws the outline as it would be, with its points. */
  paint() {
    const { context, scale, ratio = 1, x, y } = this.picture
    const line = 2 * ratio / scale
    context.setTransform(scale, 0, 0, scale, x, y)
    context.strokeStyle = '#ffe600'
    context.lineWidth = line
    context.beginPath()
    this.corners.forEach((corner, i) => (i ? context.lineTo(...corner) : context.moveTo(...corner)))
    context.closePath()
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
