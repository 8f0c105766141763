// Places that a person sets one after the other, by pointer or keys: corners of an outline, ends of a caliper.
import { say, toast } from './dom.js'
import { t } from './words.js'

const CLOSE = 10

export class Drawing {
  /**
   * @param picture where they are set
   * @param at where the cross begins
   * @param form whether they close to an outline, and the fewest and the most of them
   * @param keep hears the places in the end
   */
  constructor(picture, at, { closed, fewest, most }, keep) {
    Object.assign(this, { picture, at, closed, fewest, most, keep, places: [] })
    toast(t(closed ? 'draw.how' : 'place.how', { fewest, most }))
  }

  /** Nothing is held: what is set stays, and a pointer that is drawn moves the picture. */
  grab() { return false }

  hover(at) {
    this.at = at
    this.picture.draw()
  }

  /** Sets a place, or closes the outline where it is the first one again. */
  press(at) {
    const { picture, places } = this
    const here = picture.within(at)
    const isFirst = this.closed && places.length >= this.fewest
      && Math.hypot(places[0][0] - here[0], places[0][1] - here[1]) * picture.scale < CLOSE
    if (isFirst) return this.finish()
    places.push(here)
    say(t(this.closed ? 'draw.corners' : 'place.places', { n: places.length }))
    picture.draw()
    if (places.length === this.most) this.finish()
  }

  /** Ends it; what was set is kept where it is enough. */
  finish() {
    this.picture.editing(null)
    if (this.places.length < this.fewest) toast(t(this.closed ? 'draw.few' : 'place.few', { n: this.fewest }), 'bad')
    else this.keep(this.places)
  }

  /** Whether the key was one of its own. */
  key(event) {
    const step = (event.shiftKey ? 20 : 4) / this.picture.scale
    const [x, y] = this.at
    const moves = { ArrowLeft: [x - step, y], ArrowRight: [x + step, y], ArrowUp: [x, y - step], ArrowDown: [x, y + step] }
    if (moves[event.key]) this.hover(moves[event.key])
    else if (event.key === 'Enter' || event.key === ' ') this.press(this.at)
    else if (event.key === 'f') this.finish()
    else if (event.key === 'Backspace') { this.places.pop(); this.picture.draw() }
    else if (event.key === 'Escape') this.picture.editing(null)
    else return false
    return true
  }

  /** Draws what is set so far, and the cross where the next place would be. */
  paint() {
    const { context, scale, ratio = 1, x, y } = this.picture
    const { places, at: [atX, atY] } = this
    const line = 2 * ratio / scale
    const arm = 10 * line
    context.setTransform(scale, 0, 0, scale, x, y)
    context.strokeStyle = '#ffe600'
    context.lineWidth = line
    context.beginPath()
    places.forEach(place => context.lineTo(...place))
    context.lineTo(atX, atY)
    if (this.closed && places.length > 1) context.closePath()
    context.moveTo(atX - arm, atY); context.lineTo(atX + arm, atY)
    context.moveTo(atX, atY - arm); context.lineTo(atX, atY + arm)
    context.stroke()
  }
}
