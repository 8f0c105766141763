// The pictures of a field: the last of them are held, and one that does not come is asked for again a few times.
import { send } from './api.js'

const HELD = 256
const AGAIN_AFTER_MS = [500, 2000, 5000]

/** Answers that asking again does not change: signed out, not there, another result by now, too many requests. */
const FINAL = [401, 404, 409, 410, 429]

export class Pictures {
  /**
   * @param path below which they are
   * @param changed hears that one came, was given up, or is asked for again
   */
  constructor(path, changed) {
    Object.assign(this, { path, changed, held: new Map() })
  }

  /** A picture, asked for once as long as it is held, for the server makes each anew. */
  get(name) {
    const image = this.held.get(name) ?? new Image()
    const isNew = !this.held.delete(name)
    this.held.set(name, image)
    if (isNew) this.ask(name, image, 0)
    if (this.held.size > HELD) this.held.delete(this.held.keys().next().value)
    return image
  }

  ask(name, image, turn) {
    if (this.held.get(name) !== image) return
    image.lost = false
    image.src = this.path + name
    image.decode().then(() => {
      image.ready = true
      this.changed()
      image.dispatchEvent(new Event('seen'))
    }, async () => {
      const status = await send('GET', this.path + name).then(answer => answer.status, e => e.status)
      if (turn < AGAIN_AFTER_MS.length && !FINAL.includes(status)) {
        setTimeout(() => this.ask(name, image, turn + 1), AGAIN_AFTER_MS[turn] * (0.5 + Math.random()))
      } else {
        image.lost = true
        this.changed()
      }
    })
  }

  /** Whether some were given up. */
  get areLost() { return [...this.held.values()].some(image => image.lost) }

  /** Asks once more for all that were given up. */
  again() {
    for (const [name, image] of this.held) {
      if (image.lost) this.ask(name, image, 0)
    }
    this.changed()
  }

  /** Nobody waits for them any more. */
  close() { this.held.clear() }
}
