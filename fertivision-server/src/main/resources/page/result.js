// A result: summary, pictures with all objects, numbers of the one that is looked at, charts, files.
import { h, field, show, say, toast } from './dom.js'
import { t, called, current, known, label, named, number, time, unit } from './words.js'
import { may, once, send } from './api.js'
import { color, term } from './ink.js'
import { partColor, partLayer, partNames } from './parts.js'
import { Picture } from './picture.js'
import { POINTED, pointed, pointedLayer, pointedName } from './pointed.js'
import { ItemCard } from './item.js'
import { Distribution } from './distribution.js'
import { Review } from './review.js'
import { Sheet } from './sheet.js'
import { Tracks } from './tracks.js'

const FORMS = ['pdf', 'html', 'csv', 'json', 'fhir.json']
const STEP = 60
const PACE = 100

export class Result {
  constructor(analysis) {
    this.analysis = analysis
    this.path = `/v1/analyses/${analysis.id}/`
    this.report = analysis.report
    this.number = 0
    this.canvas = h('canvas', { tabindex: 0, role: 'application', 'aria-label': t('picture'), 'aria-describedby': 'keys' })
    this.picture = new Picture(this.canvas, item => this.choose(item))
    this.card = new ItemCard(this)
    this.distribution = new Distribution(ids => this.mark(ids))
    this.review = new Review(this)
    this.sheet = new Sheet(this)
    this.frames = h('div', { class: 'frames', hidden: true })
    this.summary = h('section', { class: 'card summary' })
    this.fields = h('div', { class: 'fields', role: 'group', 'aria-label': t('fields') })
    this.layers = h('div', { class: 'layers', role: 'group', 'aria-label': t('layers') })
    this.list = h('select', { class: 'objects', size: 8, 'aria-label': t('objects') })
    this.files = h('div', { class: 'files' })
    this.parameters = []
    this.pointed = []
    this.editing = h('div', { class: 'actions', hidden: true },
      h('button', { type: 'button', class: 'main', id: 'edit-keep', onclick: () => { this.canvas.focus(); this.picture.edit.finish() } }, t('edit.keep')),
      h('button', { type: 'button', class: 'plain', id: 'edit-cancel', onclick: () => { this.canvas.focus(); this.picture.editing(null) } }, t('cancel')))
    this.missing = h('div', { class: 'actions', role: 'alert', hidden: true }, h('span', {}, t('pictures.lost')),
      h('button', { type: 'button', class: 'plain', id: 'pictures-again', onclick: () => this.picture.pictures.again() }, t('pictures.again')))
    this.canvas.addEventListener('painted', () => { this.missing.hidden = !this.picture.pictures.areLost })
    this.canvas.addEventListener('edit', () => { this.editing.hidden = !this.picture.edit })
    this.element = this.layout()
    this.list.addEventListener('change', () => this.choose(this.items().find(item => item.id === Number(this.list.value)), true))
    this.canvas.addEventListener('keydown', event => this.key(event))
  }

  layout() {
    const { analysis } = this
    return h('article', { class: 'result' },
      analysis.demo ? h('p', { class: 'demo', role: 'note' }, t('demo.words')) : null,
      h('div', { class: 'title' },
        h('div', {}, h('h1', {}, known(`kind.${analysis.kind}`, analysis.kind)),
          h('p', { class: 'hint' }, [time(analysis.createdAt), analysis.sampleRef, analysis.microscope, analysis.id].filter(Boolean).join(' · '))),
        this.review.badge),
      h('div', { class: 'columns' },
        h('section', { class: 'card viewer', 'aria-label': t('picture') },
          this.fields, this.tools(), h('div', { class: 'stage' }, this.canvas), this.missing, this.editing, this.frames, this.layers, this.sheet.element,
          h('p', { class: 'hint', id: 'keys' }, t('keys'))),
        h('div', { class: 'side' }, this.summary, this.review.element,
          h('section', { class: 'card' }, h('h2', {}, t('object')), this.list, this.card.element),
          h('section', { class: 'card' }, h('h2', {}, t('distribution')), this.distribution.element),
          h('section', { class: 'card' }, h('h2', {}, t('files')), this.files))))
  }

  tools() {
    const tool = (name, sign, act) => h('button', { type: 'button', class: 'tool', title: t(name), 'aria-label': t(name), onclick: act }, sign)
    return h('div', { class: 'tools' },
      tool('zoom.in', '+', () => this.picture.zoom(1.5)), tool('zoom.out', '−', () => this.picture.zoom(1 / 1.5)),
      tool('zoom.fit', '⤢', () => this.picture.fit()),
      this.report.fields.length > 1 ? tool('compare', '▦', event => event.currentTarget.setAttribute('aria-pressed', this.sheet.toggle())) : null)
  }

  async start() {
    const asked = await once(`/v1/parameters/${encodeURIComponent(this.analysis.kind)}`).catch(e => toast(t('pointed.missing', { why: e.message }), 'bad'))
    this.parameters = asked?.parameters ?? []
    this.render()
    await this.review.start()
  }

  close() {
    this.picture.close()
    this.sheet.close()
  }

  /** Shows another document of the same images: the one before or after corrections. */
  use(report) {
    this.report = report
    this.render()
  }

  items() { return this.report.items.filter(item => item.field === this.number) }

  render() {
    this.sortLabels()
    this.terms = [...new Set(this.report.items.map(term))].sort()
    this.partNames = partNames(this.report.items)
    this.showSummary()
    this.showFields()
    this.showFiles()
    this.open(this.number)
  }

  /** What an object is called first is of the system that most objects have, whatever was said of it later. */
  sortLabels() {
    const counts = new Map()
    this.report.items.forEach(item => item.labels.slice(0, 1).forEach(({ system }) => counts.set(system, (counts.get(system) ?? 0) + 1)))
    const main = [...counts].sort((a, b) => b[1] - a[1])[0]?.[0]
    this.report.items.forEach(item => item.labels.sort((a, b) => (b.system === main) - (a.system === main)))
  }

  open(number) {
    this.number = number
    const seen = this.report.fields[number]
    const items = this.items()
    this.pointed = this.pointedIn(number)
    this.picture.pointed = this.pointed
    this.picture.open(`${this.path}fields/${number}/`, seen.width, seen.height, items, this.terms, this.partNames)
    this.fields.querySelectorAll('button').forEach((button, i) => button.setAttribute('aria-pressed', i === number))
    this.showFrames(this.report.inputs[number]?.frames ?? 1)
    this.showLayers(items)
    show(this.list, items.map(item => h('option', { value: item.id }, this.line(item))))
    this.distribution.show(items)
    this.choose(this.picture.chosen)
    if (this.review.said) this.review.render()
  }

  /** What persons pointed at in a field. */
  pointedIn(number) { return pointed(this.report, number, this.parameters) }

  line(item) {
    return `${item.id} · ${item.excluded ? t('excluded.as', { why: known(`why.${item.excluded}`, item.excluded) })
      : item.labels.map(one => called(one, item.labels)).join(', ') || t('counted')}`
  }

  showSummary() {
    const measured = this.report.summary.filter(reading => !reading.notMeasured)
    const missing = this.report.summary.filter(reading => reading.notMeasured)
    const before = new Map((this.report.uncorrected || []).map(reading => [reading.code, reading]))
    const amount = reading => (!reading || reading.notMeasured ? '–' : `${number(reading.value)} ${unit(reading.unit)}`)
    const row = reading => h('tr', {}, h('th', { scope: 'row' }, label(reading.code)),
      h('td', { class: 'figure' }, amount(reading)),
      h('td', {}, reading.ci95 ? `${number(reading.ci95[0])} – ${number(reading.ci95[1])}` : reading.given ? t('given', { by: reading.given }) : ''),
      h('td', {}, reading.n ? number(reading.n, 9) : ''),
      before.size ? h('td', { class: 'before' }, amount(before.get(reading.code))) : null)
    show(this.summary, h('h2', {}, t('summary')),
      this.report.notices.map(notice => h('p', { class: 'notice' }, notice.detail)),
      h('div', { class: 'scroll' }, h('table', {}, h('thead', {}, h('tr', {}, h('th', { scope: 'col' }, t('measure.name')),
        h('th', { scope: 'col' }, t('value')), h('th', { scope: 'col' }, t('interval')), h('th', { scope: 'col' }, t('n')),
        before.size ? h('th', { scope: 'col' }, t('before')) : null)), h('tbody', {}, measured.map(row)))),
      this.report.scores.map(score => h('p', { class: 'score' }, h('strong', {}, score.scorer.split('@')[0].replace(/.*\./, '')), ' ',
        score.notScored || (score.components || []).map(c => c.detail || `${c.code}: ${c.grade}`).join(' ') || score.grade)),
      missing.length ? h('details', {}, h('summary', {}, t('missing', { n: missing.length })),
        h('dl', {}, missing.map(reading => [h('dt', {}, label(reading.code)), h('dd', {}, reading.notMeasured)]))) : null,
      h('p', { class: 'hint' }, this.report.intendedUse))
  }

  showFields() {
    const all = this.report.fields
    show(this.fields, all.length < 2 ? [] : all.map((seen, i) => {
      const counted = this.report.items.filter(item => item.field === i && !item.excluded).length
      return h('button', { type: 'button', class: 'thumb', onclick: () => this.open(i), 'aria-label': t('field.of', { n: i + 1, counted }) },
        h('img', { src: `${this.path}fields/${i}/preview.jpg?width=160`, alt: '', loading: 'lazy' }), h('span', {}, `${i + 1} · ${counted}`))
    }))
  }

  /** A slider through the frames of a video; the outlines are those of the whole video. */
  showFrames(all) {
    this.frames.hidden = all < 2
    if (all < 2) return
    const at = h('output', {}, t('frame.of', { n: 1, all }))
    const slider = h('input', { type: 'range', min: 0, max: all - 1, value: 0, 'aria-label': t('frame') })
    slider.addEventListener('input', () => {
      at.textContent = t('frame.of', { n: Number(slider.value) + 1, all })
      this.picture.showFrame(Number(slider.value))
    })
    const play = h('button', { type: 'button', class: 'tool', 'aria-label': t('play'), title: t('play'), onclick: () => this.play(slider, play) }, '▶')
    show(this.frames, play, slider, at)
    if (may('reports:read')) this.follow(this.number)
  }

  /** Fetches where each object was in which frame. */
  async follow(number) {
    const tracks = new Tracks(await (await send('GET', `${this.path}report.tracks.csv`)).text(), number)
    if (number === this.number) {
      this.picture.tracks = tracks
      this.picture.draw()
    }
  }

  /** Runs through the frames, as fast as they come. */
  play(slider, button) {
    const stop = () => { clearInterval(this.playing); this.playing = null; button.textContent = '▶' }
    if (this.playing) return stop()
    button.textContent = '❚❚'
    this.playing = setInterval(() => {
      if (!slider.isConnected || Number(slider.value) >= Number(slider.max)) return stop()
      slider.value = Number(slider.value) + 1
      slider.dispatchEvent(new Event('input'))
    }, PACE)
  }

  showLayers(items) {
    const words = this.terms.filter(name => items.some(item => !item.excluded && term(item) === name))
      .map(name => [name, name ? named(name, items.find(item => term(item) === name).labels[0].system) : t('counted'), color(this.terms, name)])
    const parts = partNames(items)
      .map(name => [partLayer(name), known(partLayer(name), name), partColor(this.partNames, name)])
    const places = this.pointed.filter(one => one.places.length).map(({ name }) => [pointedLayer(name), pointedName(name), POINTED])
    const layers = [...words, ['excluded', t('layer.excluded'), '#b9c0c7'], ...parts, ...places, ['numbers', t('layer.numbers'), null]]
    show(this.layers, layers.map(([name, called, ink]) => {
      const box = h('input', { type: 'checkbox', checked: !this.picture.hidden.has(name), id: `layer-${name}` })
      box.addEventListener('change', () => {
        if (box.checked) this.picture.hidden.delete(name)
        else this.picture.hidden.add(name)
        this.picture.draw()
      })
      const swatch = h('span', { class: 'swatch' })
      swatch.style.background = ink
      return h('label', { class: 'layer' }, box, ink ? swatch : null, called)
    }))
  }

  showFiles() {
    const version = this.review.version ? `?version=${this.review.version}` : ''
    const asked = form => form === 'html' || form === 'pdf' ? `${version || '?'}${version && '&'}language=${current()}` : version
    show(this.files, may('reports:read') ? FORMS.map(form =>
      h('a', { class: 'button plain', href: `${this.path}report.${form}${asked(form)}`, target: form === 'html' ? '_blank' : null,
        rel: 'noopener', download: form === 'html' ? null : `${this.analysis.demo ? 'DEMO-' : ''}${this.analysis.id}.${form}`, id: `file-${form.split('.')[0]}` }, t(`form.${form}`))) : null)
  }

  /** An object is looked at. */
  choose(item, bring = false) {
    this.picture.choose(item ?? null, bring)
    this.card.show(item ?? null)
    this.list.value = item ? String(item.id) : ''
    if (item) say(this.line(item))
  }

  mark(ids) {
    this.picture.marked = new Set(ids)
    this.picture.draw()
    say(t('marked', { n: ids.length }))
  }

  /** Everything that a pointer does on the picture, without one. */
  key(event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return
    if (this.review.key(event)) {
      event.preventDefault()
      return
    }
    const acts = {
      ArrowLeft: () => this.picture.pan(STEP, 0), ArrowRight: () => this.picture.pan(-STEP, 0),
      ArrowUp: () => this.picture.pan(0, STEP), ArrowDown: () => this.picture.pan(0, -STEP),
      '+': () => this.picture.zoom(1.5), '=': () => this.picture.zoom(1.5), '-': () => this.picture.zoom(1 / 1.5),
      0: () => this.picture.fit(), n: () => this.next(1), p: () => this.next(-1), Escape: () => this.choose(null),
    }
    const act = acts[event.key]
    if (act) {
      event.preventDefault()
      act()
    }
  }

  next(step) {
    const items = this.items()
    const at = items.findIndex(item => item === this.picture.chosen)
    const next = at < 0 ? (step > 0 ? 0 : items.length - 1) : (at + step + items.length) % items.length
    this.choose(items[next], true)
  }
}
