// Places that a person sets one after the other, by pointer or keys: corners of an outline, ends of a caliper.
import { say, toast } from './dom.js'
import { number, t } from './words.js'

const CLOSE = 10

/** Where a place lies, and how far two places are apart, in pixels of the field. */
export function placeWords([x, y], places) {
  const at = t('place.at', { x: number(x), y: number(y) })
  if (places.length !== 2) return at
  const [[ax, ay], [bx, by]] = places
  return `${at}, ${t('place.length', { length: number(Math.hypot(ax - bx, ay - by)) })}`
}

export class Drawing {
  /**
   * @param picture where they are set
   * @param at where the cross begins
   * @param form whether they close to an outline, how many of them there may be, and the words for how they are set
   * @param keep hears the places in the end; the edit is over when they are kept
   */
  constructor(picture, at, { closed, counts, how }, keep) {
    Object.assign(this, { picture, at, closed, counts, keep, places: [] })
    toast(how)
  }

  /** Nothing is held: what is set stays, and a pointer that is drawn moves the picture. */
  grab() { return false }

  release() {}

  hover(at) {
    this.at = this.picture.within(at)
    this.picture.draw()
  }

  /** Sets a place, or closes the outline where it is the first one again. */
  press(at) {
    const { picture, places } = this
    const here = picture.within(at)
    const isFirst = this.closed && this.counts(places.length)
      && Math.hypot(places[0][0] - here[0], places[0][1] - here[1]) * picture.scale < CLOSE
    if (isFirst) return this.finish()
    const last = places.at(-1)
    if (last && last[0] === here[0] && last[1] === here[1]) return toast(t('place.same'), 'bad')
    places.push(here)
    say(`${this.count()}, ${this.where(here)}`)
    picture.draw()
  }

  /** How many are set. */
  count() {
    const name = this.closed ? 'draw.corners' : 'place.places'
    return t(this.places.length === 1 ? `${name}.one` : name, { n: this.places.length })
  }

  /** Where a place lies, and how far it is from the other one where there are two. */
  where(here) { return placeWords(here, this.closed ? [] : this.places) }

  /** Hands over what was set, where it is enough. */
  finish() {
    if (this.counts(this.places.length)) this.keep(this.places)
    else toast(t(this.closed ? 'draw.few' : 'place.few', { n: this.places.length }), 'bad')
  }

  /** Whether the key was one of its own. */
  key(event) {
    const step = (event.shiftKey ? 20 : 4) / this.picture.scale
    const [x, y] = this.at
    const moves = { ArrowLeft: [x - step, y], ArrowRight: [x + step, y], ArrowUp: [x, y - step], ArrowDown: [x, y + step] }
    if (moves[event.key]) {
      this.hover(moves[event.key])
      say(this.where(this.at))
    }
    else if (event.key === 'Enter' || event.key === ' ') this.press(this.at)
    else if (event.key.toLowerCase() === 'f') this.finish()
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
