// A field on a canvas: the picture in tiles of the size that is looked at, the outlines of all objects upon it.
import { layer, outline, paintOutlines, roughly } from './ink.js'
import { partShapes } from './parts.js'
import { Pictures } from './pictures.js'
import { paintPointed } from './pointed.js'

export const TILE = 256
export const PREVIEW = 1024
const NEAR = 12

export class Picture {
  /**
   * @param canvas where it is drawn
   * @param select hears which object was chosen, or null
   */
  constructor(canvas, select) {
    this.canvas = canvas
    this.context = canvas.getContext('2d')
    this.select = select
    this.pointers = new Map()
    this.pictures = null
    this.hidden = new Set()
    this.chosen = null
    this.marked = new Set()
    this.pointed = []
    this.edit = null
    this.watch = new ResizeObserver(() => this.resize())
    this.watch.observe(canvas)
    this.listen()
  }

  /** Shows a field: the path of its pictures, its size, its objects, and the names of all terms and parts of the result. */
  open(path, width, height, items, terms, partNames) {
    const other = path !== this.path
    if (other) this.editing(null)
    Object.assign(this, { path, width, height, terms, partNames })
    this.setItems(items)
    if (other) {
      this.pictures?.close()
      this.pictures = new Pictures(path, () => this.draw())
      this.moving = false
      this.tracks = null
      this.preview = this.pictures.get('preview.jpg')
      this.fit()
    }
    this.draw()
  }

  setItems(items) {
    this.items = items
    this.parts = partShapes(items)
    this.layers = new Map()
    for (const item of items) {
      item.path = outline(item)
      const name = layer(item)
      if (!this.layers.has(name)) this.layers.set(name, { items: [], coarse: new Path2D() })
      const { items: same, coarse } = this.layers.get(name)
      same.push(item)
      coarse.addPath(roughly(item))
    }
    if (this.chosen) this.chosen = items.find(item => item.id === this.chosen.id) ?? null
    this.draw()
  }

  /** What a person draws or moves from now on, or nothing; the canvas tells of it. */
  editing(edit) {
    this.edit = edit
    this.canvas.dispatchEvent(new Event('edit'))
    this.draw()
  }

  /** The place within the picture that is next to one, to a hundredth of a pixel. */
  within([x, y]) {
    const inside = (part, size) => Math.round(Math.min(size - 0.01, Math.max(0, part)) * 100) / 100
    return [inside(x, this.width), inside(y, this.height)]
  }

  close() {
    this.pictures?.close()
    this.watch.disconnect()
    cancelAnimationFrame(this.frame)
  }

  /** Shows a frame of a video; the one that was asked for last. */
  showFrame(number) {
    this.wanted = number
    const name = `frame/${number}.jpg`
    const image = this.pictures.get(name)
    const seen = () => {
      if (this.wanted === number) {
        this.preview = image
        this.moving = true
        this.at = number
        this.draw()
      }
    }
    if (image.ready) return seen()
    image.addEventListener('seen', seen)
  }

  resize() {
    const ratio = window.devicePixelRatio || 1
    this.canvas.width = Math.round(this.canvas.clientWidth * ratio)
    this.canvas.height = Math.round(this.canvas.clientHeight * ratio)
    this.ratio = ratio
    if (this.path) {
      if (this.fitted) this.fit()
      this.draw()
    }
  }

  /** The whole field. */
  fit() {
    this.scale = Math.min(this.canvas.width / this.width, this.canvas.height / this.height) || 1
    this.x = (this.canvas.width - this.width * this.scale) / 2
    this.y = (this.canvas.height - this.height * this.scale) / 2
    this.fitted = true
    this.draw()
  }

  /** Zooms about a place of the canvas, or its middle. */
  zoom(factor, at = { x: this.canvas.width / 2, y: this.canvas.height / 2 }) {
    const smallest = Math.min(this.canvas.width / this.width, this.canvas.height / this.height) / 2
    const next = Math.min(32, Math.max(smallest, this.scale * factor))
    this.x = at.x - (at.x - this.x) * next / this.scale
    this.y = at.y - (at.y - this.y) * next / this.scale
    this.scale = next
    this.fitted = false
    this.draw()
  }

  pan(x, y) {
    this.x += x
    this.y += y
    this.fitted = false
    this.draw()
  }

  /** Chooses an object, and brings it into the middle where it is out of sight. */
  choose(item, bring = false) {
    this.chosen = item
    if (item && bring) {
      const [cx, cy] = item.center
      const at = { x: this.x + cx * this.scale, y: this.y + cy * this.scale }
      const side = Math.max(item.box[2], item.box[3], 1)
      const wanted = Math.min(this.canvas.width, this.canvas.height) / (side * 9)
      if (this.scale < wanted / 3) this.scale = Math.min(wanted, 6)
      if (this.scale < wanted / 3 || at.x < 0 || at.y < 0 || at.x > this.canvas.width || at.y > this.canvas.height || this.fitted) {
        this.x = this.canvas.width / 2 - cx * this.scale
        this.y = this.canvas.height / 2 - cy * this.scale
        this.fitted = false
      }
    }
    this.draw()
  }

  /** Draws soon, once for all that changed. */
  draw() {
    if (!this.frame) {
      this.frame = requestAnimationFrame(() => { this.frame = 0; this.paint() })
    }
  }

  paint() {
    const { context, canvas, scale } = this
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.clearRect(0, 0, canvas.width, canvas.height)
    if (!this.path) return
    context.setTransform(scale, 0, 0, scale, this.x, this.y)
    context.imageSmoothingEnabled = scale < 4
    if (this.preview.ready) context.drawImage(this.preview, 0, 0, this.width, this.height)
    this.paintTiles()
    if (this.moving && this.tracks) this.tracks.paint(this, this.at)
    else paintOutlines(this)
    paintPointed(this)
    this.edit?.paint()
    this.canvas.dispatchEvent(new Event('painted'))
    this.canvas.dataset.seen = this.preview.ready ? 'whole' : ''
  }

  /** The tiles of the level that is as fine as the screen, where the preview is coarser. */
  paintTiles() {
    if (this.moving || Math.max(this.width, this.height) <= PREVIEW) return
    if (this.scale < PREVIEW / Math.max(this.width, this.height)) return
    const levels = Math.ceil(Math.log2(Math.max(this.width, this.height) / TILE))
    const level = Math.min(levels, Math.max(0, Math.floor(Math.log2(1 / this.scale))))
    const side = TILE * 2 ** level
    const from = (offset) => Math.max(0, Math.floor(-offset / this.scale / side))
    const to = (offset, size, all) => Math.min(Math.ceil(all / side), Math.ceil((size - offset) / this.scale / side))
    for (let row = from(this.y); row < to(this.y, this.canvas.height, this.height); row++) {
      for (let column = from(this.x); column < to(this.x, this.canvas.width, this.width); column++) {
        const tile = this.tile(level, column, row)
        if (tile.ready) {
          this.context.drawImage(tile, column * side, row * side,
            Math.min(side, this.width - column * side), Math.min(side, this.height - row * side))
        }
      }
    }
  }

  tile(level, column, row) {
    return this.pictures.get(`tile/${level}/${column}/${row}.jpg`)
  }

  /** The place in the field under a place of the screen. */
  place(event) {
    const box = this.canvas.getBoundingClientRect()
    const x = (event.clientX - box.left) * (this.ratio || 1)
    const y = (event.clientY - box.top) * (this.ratio || 1)
    return { x, y, at: [(x - this.x) / this.scale, (y - this.y) / this.scale] }
  }

  /** The object at a place: the one whose outline holds it, or whose middle is near. */
  found([x, y]) {
    const shown = this.items.filter(item => !this.hidden.has(layer(item)))
    this.context.setTransform(1, 0, 0, 1, 0, 0)
    const inside = shown.filter(item => this.context.isPointInPath(item.path, x, y))
    const near = NEAR * (this.ratio || 1) / this.scale
    const close = inside.length ? inside : shown.filter(item => distance(item, x, y) < near)
    return close.sort((a, b) => distance(a, x, y) - distance(b, x, y))[0] ?? null
  }

  listen() {
    const { canvas } = this
    canvas.addEventListener('wheel', event => {
      event.preventDefault()
      this.zoom(Math.exp(-event.deltaY * (event.ctrlKey ? 0.01 : 0.0015)), this.place(event))
    }, { passive: false })
    canvas.addEventListener('pointerdown', event => {
      canvas.setPointerCapture(event.pointerId)
      const here = this.place(event)
      if (!this.pointers.size && this.edit?.grab(here.at)) this.holding = event.pointerId
      this.pointers.set(event.pointerId, here)
      this.moved = 0
    })
    canvas.addEventListener('pointermove', event => this.dragged(event))
    canvas.addEventListener('pointerup', event => this.released(event))
    canvas.addEventListener('pointercancel', event => {
      this.pointers.delete(event.pointerId)
      if (this.edit?.grabbed && event.pointerId === this.holding) this.edit.release()
    })
    canvas.addEventListener('dblclick', event => { if (!this.edit) this.zoom(2, this.place(event)) })
  }

  dragged(event) {
    const here = this.place(event)
    const before = this.pointers.get(event.pointerId)
    if (!before) {
      this.edit?.hover(here.at)
      return
    }
    if (this.edit?.grabbed) {
      if (event.pointerId === this.holding) this.edit.drag(here.at)
      return
    }
    const others = [...this.pointers].filter(([id]) => id !== event.pointerId).map(([, place]) => place)
    if (others.length) {
      const span = place => Math.hypot(place.x - others[0].x, place.y - others[0].y)
      if (span(before) > 0) this.zoom(span(here) / span(before), others[0])
    } else {
      this.pan(here.x - before.x, here.y - before.y)
    }
    this.moved += Math.abs(here.x - before.x) + Math.abs(here.y - before.y)
    this.pointers.set(event.pointerId, this.place(event))
  }

  released(event) {
    const alone = this.pointers.size === 1
    this.pointers.delete(event.pointerId)
    if (this.edit?.grabbed) {
      if (event.pointerId === this.holding) this.edit.release()
      return
    }
    if (!alone || this.moved > 6 * (this.ratio || 1)) return
    const { at } = this.place(event)
    if (this.edit) this.edit.press(at)
    else this.select(this.found(at))
  }
}

const distance = (item, x, y) => Math.hypot(item.center[0] - x, item.center[1] - y)
