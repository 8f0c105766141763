// What persons say of a result: leave an object out, take it back, call it otherwise, draw one; calipers; values and remarks; undo;
// accept, reject, sign.
import { ask, h, field, show, toast } from './dom.js'
import { t, known, label, named, number, time, unit, written } from './words.js'
import { get, may, once, send } from './api.js'
import { Adjusting } from './adjust.js'
import { Drawing } from './drawing.js'
import { isPointedAt, pointedName } from './pointed.js'

const REASONS = ['debris', 'overlap', 'out-of-focus', 'cut-off', 'not-a-cell', 'other']
const VOCABULARY = { vitality: ['live', 'dead'] }
/** For what no kind tells the unit of. */
const UNITS = ['1', '%', '10*6', '10*6/mL', 'mL', 'nL', 'um', 'um2', 'um/s', 'um2/s', 'um2/h', 'mm', 'mm2', '{px}', '{px2}', '{gray}', 's', 'min', 'h', 'Hz',
  'deg', 'Cel']

export class Review {
  constructor(result) {
    this.result = result
    this.path = `/v1/analyses/${result.analysis.id}/reviews`
    this.version = 0
    this.badge = h('p', { class: 'badge', id: 'review-state' })
    this.element = h('section', { class: 'card review', 'aria-label': t('review') })
    this.saying = null
  }

  async start() {
    if (may('reviews:read')) await this.look().catch(e => toast(e.message, 'bad'))
  }

  /** Asks for what was said so far, and shows the result as it is with it. */
  async look() {
    const answer = await send('GET', this.path)
    this.take(await answer.json(), answer.headers.get('ETag'))
    if (this.version) await this.amended()
    else this.result.showFiles()
  }

  async amended() {
    this.result.use(await get(`/v1/analyses/${this.result.analysis.id}/report.json?version=${this.version}`))
  }

  take(reviews, tag) {
    Object.assign(this, { state: reviews.state, version: reviews.version, said: reviews.items, tag })
    this.badge.textContent = t(`review.${this.state}`)
    this.badge.className = `badge ${this.state}`
    this.render()
  }

  /**
   * Says something, unless something is just being said; whatever follows a signature with its reason. Answers whether it is
   * kept.
   */
  async act(word) {
    if (this.saying) return false
    if (this.state === 'signed' && !word.reason) {
      const said = this.withReason(word, t('reason.signed'))
      this.result.choose(this.result.picture.chosen)
      return said
    }
    this.saying = this.post(word)
    try {
      return await this.saying
    } finally {
      this.saying = null
    }
  }

  /** Says what a person has confirmed, as soon as all is said that came before; answers whether it is kept. */
  async confirmed(word) {
    while (this.saying) await this.saying
    return this.act(word)
  }

  /** Where somebody else was faster, shows what he said, and says nothing. */
  async post(word) {
    let isKept = false
    this.element.setAttribute('aria-busy', 'true')
    try {
      const answer = await send('POST', this.path, { json: word, headers: { 'If-Match': this.tag } })
      isKept = true
      this.take(await answer.json(), answer.headers.get('ETag'))
      await this.amended()
      toast(t(`done.${word.act}`))
    } catch (e) {
      if (e.status === 412) {
        await this.look().catch(() => null)
        toast(t('review.faster', { by: this.said.at(-1)?.by ?? '' }), 'bad')
      } else {
        toast(e.message, 'bad')
      }
    } finally {
      this.element.removeAttribute('aria-busy')
    }
    return isKept
  }

  correct(annotation) { return this.act(this.correction(annotation)) }

  correction(annotation) { return { act: 'correct', annotations: [{ field: this.result.number, ...annotation }] } }

  render() {
    const writes = may('reviews:write')
    const button = (name, act, kind = 'plain') => h('button', { type: 'button', class: kind, id: `review-${name}`, onclick: act }, t(`act.${name}`))
    const places = (name, one, act) => h('button', { type: 'button', class: 'plain', id: `${name}-${one.name}`, onclick: () => act(one) },
      t(`act.${name}`, { name: pointedName(one.name) }))
    show(this.element, h('h2', {}, t('review')),
      writes ? h('div', { class: 'actions' },
        button('draw', () => this.draw()),
        this.result.pointed.map(one => [one.places.length ? places('move', one, it => this.move(it)) : null, places('place', one, it => this.place(it))]),
        this.missing().length ? button('value', () => this.give()) : null,
        button('remark', () => this.remark()),
        this.said.some(word => word.act === 'correct') ? button('undo', () => this.act({ act: 'undo' })) : null,
        button('accept', () => this.act({ act: 'accept' })),
        button('reject', () => this.withReason({ act: 'reject' }, t('act.reject').replace('…', ''))),
        this.state === 'rejected' || this.state === 'signed' ? null : button('sign', () => this.sign(), 'main')) : null,
      this.said.length ? h('ol', { class: 'said' }, this.said.map(word => h('li', {},
        h('strong', {}, t(`done.${word.act}`)), ` ${word.by}, ${time(word.at)}`,
        word.reason ? h('span', { class: 'hint' }, ` – ${word.reason}`) : null,
        (word.annotations || []).map(one => h('div', { class: 'hint' }, this.told(one)))))) : h('p', { class: 'hint' }, t('review.none')))
  }

  told(word) {
    if (word.type === 'value') return `${t('word.value')}: ${label(word.code)} ${number(word.value, 9)} ${unit(word.unit)}`
    if (word.type === 'remark') return `${t('word.remark')}: ${word.text}`
    if (word.type === 'place') {
      const where = word.places.length > 4 ? t('draw.corners', { n: word.places.length }) : word.places.map(([x, y]) => `(${number(x)} | ${number(y)})`).join(' ')
      return `${t('field.short', { n: word.field + 1 })}: ${t('word.place', { name: pointedName(word.setting), where })}`
    }
    const what = word.item === undefined ? t('object.new') : t('object.number', { n: word.item })
    const how = { exclude: known(`why.${word.excluded}`, word.excluded), relabel: named(word.label?.term ?? '') }[word.type] || ''
    return `${t('field.short', { n: word.field + 1 })}, ${what}: ${t(`word.${word.type}`)} ${how}`
  }

  /** The measures that nothing was measured of: only there does what a person gives stand in the summary. */
  missing() {
    return this.result.report.summary.filter(reading => reading.notMeasured || reading.given).map(reading => reading.code)
  }

  /** Asks for a value of the whole specimen, in the unit of its measure. */
  async give() {
    const { items } = await once('/v1/kinds').catch(() => ({ items: [] }))
    const own = items.find(({ kind }) => kind === this.result.analysis.kind)?.units ?? {}
    const code = h('select', { name: 'code', required: true, autofocus: true }, this.missing().map(one => h('option', { value: one }, label(one))))
    const value = h('input', { name: 'value', required: true, inputmode: 'decimal', autocomplete: 'off', pattern: '\\s*-?[0-9]+([.,][0-9]+)?\\s*' })
    const units = h('select', { name: 'unit', required: true })
    const shown = one => h('option', { value: one }, unit(one) || t('value.plain'))
    const offer = () => show(units, code.value in own ? shown(own[code.value]) : [h('option', { value: '' }, '–'), UNITS.map(shown)])
    code.addEventListener('change', offer)
    offer()
    const answer = await ask(t('act.value').replace('…', ''), [h('p', { class: 'hint' }, t('value.lead')), field(t('measure.name'), code),
      field(t('value'), value, t('value.hint', { example: number(3.1) })), field(t('value.unit'), units)], t('value.give'), t('cancel'))
    if (answer) {
      this.confirmed({ act: 'correct', annotations: [
        { type: 'value', code: answer.get('code'), value: written(answer.get('value')), unit: answer.get('unit') }] })
    }
  }

  async remark() {
    const text = h('textarea', { name: 'text', required: true, rows: 3, maxlength: 500, autofocus: true })
    const answer = await ask(t('act.remark').replace('…', ''), field(t('word.remark'), text), t('value.give'), t('cancel'))
    if (answer?.get('text').trim()) this.confirmed({ act: 'correct', annotations: [{ type: 'remark', text: answer.get('text').trim() }] })
  }

  async withReason(word, title) {
    const reason = h('textarea', { name: 'reason', required: true, rows: 3, maxlength: 500, autofocus: true })
    const answer = await ask(title, field(t('reason'), reason), word.act === 'reject' ? title : t('value.give'), t('cancel'))
    const why = answer?.get('reason').trim()
    return why ? this.confirmed({ ...word, reason: why }) : false
  }

  async sign() {
    const words = t('act.sign').replace('…', '')
    const answer = await ask(words, h('p', {}, t('sign.ask')), words, t('cancel'))
    if (answer) this.confirmed({ act: 'sign' })
  }

  /** What can be said of an object. */
  acts(item) {
    if (!may('reviews:write') || this.tag === undefined) return null
    const system = item.labels[0]?.system ?? this.result.report.items.find(one => one.labels.length)?.labels[0].system
    const terms = system ? [...new Set([...(VOCABULARY[system] || []),
      ...this.result.report.items.flatMap(one => one.labels.filter(l => l.system === system).map(l => l.term))])].sort() : []
    const now = item.labels.find(l => l.system === system)?.term
    const name = h('select', { 'aria-label': t('act.relabel'), id: 'relabel' }, h('option', { value: '' }, t('act.relabel')),
      terms.filter(term => term !== now).map(term => h('option', { value: term }, named(term))))
    name.addEventListener('change', () => {
      if (name.value) this.correct({ type: 'relabel', item: item.id, label: { system, term: name.value } })
    })
    const why = h('select', { 'aria-label': t('act.exclude'), id: 'exclude' }, h('option', { value: '' }, t('act.exclude')),
      REASONS.map(reason => h('option', { value: reason }, known(`why.${reason}`, reason))))
    why.addEventListener('change', () => {
      if (why.value) this.correct({ type: 'exclude', item: item.id, excluded: why.value })
    })
    const isPlaced = isPointedAt(item, this.result.pointed)
    return h('div', { class: 'actions acts' },
      item.excluded ? h('button', { type: 'button', class: 'plain', id: 'include', onclick: () => this.correct({ type: 'include', item: item.id }) }, t('act.include'))
        : [why, terms.length > 1 ? name : null],
      isPlaced ? null : h('button', { type: 'button', class: 'plain', id: 'redraw', onclick: () => this.draw(item) }, t('act.redraw')),
      item.outline.length > 2 && !isPlaced ? h('button', { type: 'button', class: 'plain', id: 'adjust', onclick: () => this.adjust(item) }, t('act.adjust')) : null)
  }

  /** Begins to draw an outline: corner by corner, by pointer or with the arrow keys and Enter. */
  draw(item) {
    this.edit(new Drawing(this.result.picture, item ? [...item.center] : this.middle(),
      { closed: true, counts: n => n >= 3, how: t('draw.how') }, corners => this.keep({ type: 'draw', corners, ...(item ? { item: item.id } : {}) })))
  }

  /** Shows the points of an outline, to be moved one by one. */
  adjust(item) {
    this.result.choose(item, true)
    this.edit(new Adjusting(this.result.picture, item.outline, true, corners => this.keep({ type: 'draw', corners, item: item.id })))
  }

  /** Begins to set the places of a setting anew. */
  place(setting) {
    this.edit(new Drawing(this.result.picture, this.middle(), setting, places => this.keep({ type: 'place', setting: setting.name, places })))
  }

  /** Shows the places of a setting, to be moved one by one. */
  move(setting) {
    this.edit(new Adjusting(this.result.picture, setting.places, setting.closed, places => this.keep({ type: 'place', setting: setting.name, places })))
  }

  edit(edit) {
    this.result.picture.editing(edit)
    this.result.canvas.focus()
  }

  /** Says what was drawn or moved, once; it stays on the picture until it is kept. */
  async keep(annotation) {
    const { picture } = this.result
    const { edit } = picture
    if (edit.isKeeping) return
    edit.isKeeping = true
    const isKept = await this.confirmed(this.correction(annotation))
    edit.isKeeping = false
    if (isKept && picture.edit === edit) picture.editing(null)
  }

  /** The place in the middle of what is seen of the field. */
  middle() {
    const { picture, canvas } = this.result
    return picture.place({
      clientX: canvas.getBoundingClientRect().left + canvas.clientWidth / 2,
      clientY: canvas.getBoundingClientRect().top + canvas.clientHeight / 2,
    }).at
  }

  /** Keys while something is drawn or moved, and those that speak of the chosen object; whether it was one. */
  key(event) {
    const { picture } = this.result
    if (picture.edit) return picture.edit.key(event)
    if (!may('reviews:write')) return false
    const item = picture.chosen
    const acts = {
      x: () => item && !item.excluded && this.correct({ type: 'exclude', item: item.id, excluded: 'other' }),
      t: () => item?.excluded && this.correct({ type: 'include', item: item.id }),
      u: () => this.said.some(word => word.act === 'correct') && this.act({ act: 'undo' }),
      d: () => this.draw(),
    }
    if (!acts[event.key]) return false
    acts[event.key]()
    return true
  }
}
