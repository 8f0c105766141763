// A field on a canvas: the picture in tiles of the size that is looked at, the outlines of all objects upon it.
const TILE = 256
const PREVIEW = 1024
const HELD = 256
const NEAR = 12
const COLORS = ['#35c46a', '#ff5a4d', '#ffb000', '#4db8ff', '#e07bff', '#c8d94a', '#ff8ac2', '#7de0d0']
const EXCLUDED = '#b9c0c7'

/** The color of a term among all terms of a picture. */
export const color = (terms, term) => COLORS[Math.max(0, terms.indexOf(term)) % COLORS.length]

/** What an object is called first, or nothing. */
export const term = item => item.labels[0]?.term ?? ''

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
    this.tiles = new Map()
    this.hidden = new Set()
    this.chosen = null
    this.marked = new Set()
    this.drawing = null
    this.watch = new ResizeObserver(() => this.resize())
    this.watch.observe(canvas)
    this.listen()
  }

  /** Shows a field: the path of its pictures, its size, and its objects. */
  open(path, width, height, items, terms) {
    const other = path !== this.path
    Object.assign(this, { path, width, height, terms })
    this.setItems(items)
    if (other) {
      this.tiles.clear()
      this.preview = this.image(`${path}preview.jpg`)
      this.fit()
    }
    this.draw()
  }

  setItems(items) {
    this.items = items
    this.paths = new Map()
    for (const item of items) {
      item.path = outline(item)
      const layer = item.excluded ? 'excluded' : term(item)
      if (!this.paths.has(layer)) this.paths.set(layer, new Path2D())
      this.paths.get(layer).addPath(item.path)
    }
    if (this.chosen) this.chosen = items.find(item => item.id === this.chosen.id) ?? null
    this.draw()
  }

  close() {
    this.watch.disconnect()
    cancelAnimationFrame(this.frame)
  }

  image(address) {
    const image = new Image()
    image.onload = () => { image.ready = true; this.draw() }
    image.src = address
    return image
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
      const wanted = Math.min(this.canvas.width, this.canvas.height) / (side * 6)
      if (this.scale < wanted / 3) this.scale = Math.min(wanted, 8)
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
    this.paintOutlines()
    if (this.drawing) this.paintDrawing()
    this.canvas.dispatchEvent(new CustomEvent('painted'))
  }

  /** The tiles of the level that is as fine as the screen, where the preview is coarser. */
  paintTiles() {
    if (Math.max(this.width, this.height) <= PREVIEW) return
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
    const name = `tile/${level}/${column}/${row}.jpg`
    const known = this.tiles.get(name)
    if (known) {
      this.tiles.delete(name)
      this.tiles.set(name, known)
      return known
    }
    const tile = this.image(this.path + name)
    this.tiles.set(name, tile)
    if (this.tiles.size > HELD) this.tiles.delete(this.tiles.keys().next().value)
    return tile
  }

  paintOutlines() {
    const { context, scale, ratio = 1 } = this
    const line = 1.6 * ratio / scale
    for (const [layer, path] of this.paths) {
      if (this.hidden.has(layer)) continue
      context.setLineDash(layer === 'excluded' ? [4 * line, 3 * line] : [])
      context.strokeStyle = layer === 'excluded' ? EXCLUDED : color(this.terms, layer)
      context.lineWidth = line
      context.stroke(path)
    }
    context.setLineDash([])
    for (const item of this.items) {
      if (this.marked.has(item.id) && item !== this.chosen) this.emphasize(item, 2.5 * line, '#ffffff')
    }
    if (this.chosen) this.emphasize(this.chosen, 3 * line, '#ffffff')
    if (!this.hidden.has('numbers')) this.paintNumbers()
  }

  emphasize(item, line, ink) {
    const { context } = this
    context.lineWidth = line * 1.8
    context.strokeStyle = '#000000'
    context.stroke(item.path)
    context.lineWidth = line
    context.strokeStyle = ink
    context.stroke(item.path)
  }

  /** Numbers where there is room for them. */
  paintNumbers() {
    const { context, scale, ratio = 1 } = this
    if (this.items.length > 400 && scale < 2 * ratio) return
    context.setTransform(1, 0, 0, 1, 0, 0)
    context.font = `600 ${11 * ratio}px system-ui, sans-serif`
    context.lineWidth = 3 * ratio
    context.strokeStyle = '#000000b0'
    for (const item of this.items) {
      if (this.hidden.has(item.excluded ? 'excluded' : term(item))) continue
      const x = this.x + (item.box[0] + item.box[2]) * scale + 2 * ratio
      const y = this.y + item.box[1] * scale
      if (x < 0 || y < 0 || x > this.canvas.width || y > this.canvas.height) continue
      context.fillStyle = item.excluded ? EXCLUDED : '#ffffff'
      context.strokeText(item.id, x, y)
      context.fillText(item.id, x, y)
    }
  }

  paintDrawing() {
    const { context, scale, ratio = 1 } = this
    const { corners, at } = this.drawing
    const line = 2 * ratio / scale
    context.setTransform(scale, 0, 0, scale, this.x, this.y)
    context.strokeStyle = '#ffe600'
    context.lineWidth = line
    context.beginPath()
    corners.concat(at ? [at] : []).forEach(([x, y], i) => (i ? context.lineTo(x, y) : context.moveTo(x, y)))
    if (corners.length > 1) context.closePath()
    context.stroke()
    if (at) {
      const arm = 10 * line
      context.beginPath()
      context.moveTo(at[0] - arm, at[1]); context.lineTo(at[0] + arm, at[1])
      context.moveTo(at[0], at[1] - arm); context.lineTo(at[0], at[1] + arm)
      context.stroke()
    }
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
    const shown = this.items.filter(item => !this.hidden.has(item.excluded ? 'excluded' : term(item)))
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
      this.pointers.set(event.pointerId, this.place(event))
      this.moved = 0
    })
    canvas.addEventListener('pointermove', event => this.pointed(event))
    canvas.addEventListener('pointerup', event => this.released(event))
    canvas.addEventListener('pointercancel', event => this.pointers.delete(event.pointerId))
    canvas.addEventListener('dblclick', event => { if (!this.drawing) this.zoom(2, this.place(event)) })
  }

  pointed(event) {
    const here = this.place(event)
    const before = this.pointers.get(event.pointerId)
    if (this.drawing && !before) {
      this.drawing.at = here.at
      this.draw()
    }
    if (!before) return
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
    if (!alone || this.moved > 6 * (this.ratio || 1)) return
    const { at } = this.place(event)
    if (this.drawing) this.drawing.corner(at)
    else this.select(this.found(at))
  }

  /** Copies what is around an object into another canvas. */
  crop(item, into) {
    const side = Math.max(item.box[2], item.box[3], 8) * 1.6
    const [cx, cy] = item.center
    const context = into.getContext('2d')
    context.fillStyle = '#000'
    context.fillRect(0, 0, into.width, into.height)
    const zoom = into.width / side
    context.setTransform(zoom, 0, 0, zoom, into.width / 2 - cx * zoom, into.height / 2 - cy * zoom)
    const fine = Math.max(this.width, this.height) > PREVIEW
    const draw = () => {
      if (this.preview.ready) context.drawImage(this.preview, 0, 0, this.width, this.height)
      if (fine) {
        for (let row = tileOf(cy - side / 2); row <= tileOf(Math.min(this.height - 1, cy + side / 2)); row++) {
          for (let column = tileOf(cx - side / 2); column <= tileOf(Math.min(this.width - 1, cx + side / 2)); column++) {
            const tile = this.tile(0, column, row)
            if (tile.ready) context.drawImage(tile, column * TILE, row * TILE)
            else tile.addEventListener('load', draw, { once: true })
          }
        }
      }
    }
    draw()
    if (!this.preview.ready) this.preview.addEventListener('load', draw, { once: true })
  }
}

const tileOf = place => Math.max(0, Math.floor(place / TILE))

const distance = (item, x, y) => Math.hypot(item.center[0] - x, item.center[1] - y)

/** The outline of an object as a path; its box where it has none. */
function outline(item) {
  const path = new Path2D()
  if (item.outline.length > 2) {
    item.outline.forEach(([x, y], i) => (i ? path.lineTo(x, y) : path.moveTo(x, y)))
    path.closePath()
  } else {
    const [x, y, width, height] = item.box
    path.rect(x, y, Math.max(1, width), Math.max(1, height))
  }
  return path
}
