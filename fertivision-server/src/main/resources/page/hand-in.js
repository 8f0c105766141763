// A new analysis: images, what to measure, scale and settings; then the way to its result.
import { ask, h, field, show, say, toast } from './dom.js'
import { t, label, number, unit, written } from './words.js'
import { change, may, once, send } from './api.js'

const PROFILES = 'fertivision.profiles'
const LAST = 'fertivision.last'
const WHOLE = 24 << 20
const PIECE = 8 << 20
const TYPES = '.png,.jpg,.jpeg,.tif,.tiff,.bmp,.gif,.avi,.mp4,.mov,.dcm'

const kept = (name, otherwise) => {
  try {
    return JSON.parse(localStorage.getItem(name)) ?? otherwise
  } catch {
    return otherwise
  }
}

export function handInView() {
  const element = h('div', { class: 'hand-in' })
  const images = new Images(() => update())
  const go = h('button', { type: 'submit', class: 'main', id: 'measure', disabled: true }, t('measure'))
  const count = h('p', { class: 'hint', id: 'count' })
  const trouble = h('p', { class: 'trouble', role: 'alert' })
  const demo = h('button', { type: 'button', class: 'plain', id: 'demo', title: t('demo.hint'), onclick: async () => {
    demo.disabled = true
    try {
      const made = await change('POST', '/v1/demos', { kind: what.kind.value }, { Prefer: 'respond-async' })
      location.hash = `#analysis/${made.id}`
    } catch (e) {
      trouble.textContent = e.message
    } finally {
      demo.disabled = false
    }
  } }, t('demo.try'))
  const bar = h('progress', { max: 1, value: 0, hidden: true, 'aria-label': t('sending') })
  const what = new Asked()
  const form = h('form', { novalidate: true },
    images.element, h('section', { class: 'card' }, what.element, trouble, bar, h('div', { class: 'actions' }, count, demo, go)))
  function update() {
    go.disabled = images.files.length === 0
    count.textContent = images.files.length ? t('images.count', { n: images.files.length }) : t('images.none')
  }
  form.addEventListener('submit', async event => {
    event.preventDefault()
    trouble.textContent = ''
    go.disabled = true
    bar.hidden = false
    try {
      const request = await what.request()
      const made = await handIn(request, images.files, share => { bar.value = share })
      location.hash = `#analysis/${made}`
    } catch (e) {
      trouble.textContent = e.message
      say(e.message)
    } finally {
      bar.hidden = true
      update()
    }
  })
  update()
  show(element, h('h1', {}, t('new.title')), form)
  return { element, leave: () => images.forget() }
}

/** The images that were dropped or chosen, with a small picture of each that the browser can show. */
class Images {
  constructor(changed) {
    this.files = []
    this.changed = changed
    this.input = h('input', { type: 'file', multiple: true, accept: TYPES, id: 'images', class: 'unseen' })
    this.input.addEventListener('change', () => { this.add([...this.input.files]); this.input.value = '' })
    this.list = h('ul', { class: 'thumbs' })
    this.element = h('section', { class: 'card drop', 'aria-label': t('images') },
      this.input,
      h('label', { for: 'images', class: 'dropper' }, h('strong', {}, t('images.drop')), h('span', {}, t('images.choose'))),
      this.list)
    this.element.addEventListener('dragover', event => { event.preventDefault(); this.element.classList.add('over') })
    this.element.addEventListener('dragleave', () => this.element.classList.remove('over'))
    this.element.addEventListener('drop', async event => {
      event.preventDefault()
      this.element.classList.remove('over')
      this.add(await dropped(event.dataTransfer))
    })
  }

  add(files) {
    this.files.push(...files.sort((a, b) => a.name.localeCompare(b.name, undefined, { numeric: true })))
    this.draw()
  }

  draw() {
    this.forget()
    show(this.list, this.files.map((file, place) => {
      const seen = /^image\/(png|jpeg|bmp|gif|webp)$/.test(file.type)
      const image = seen ? h('img', { src: URL.createObjectURL(file), alt: '' }) : h('span', { class: 'kind' }, file.name.split('.').pop())
      return h('li', {}, image, h('span', { class: 'file' }, file.name),
        h('button', { type: 'button', class: 'plain', 'aria-label': t('images.remove', { name: file.name }),
          onclick: () => { this.files.splice(place, 1); this.draw() } }, '×'))
    }))
    this.changed()
  }

  forget() {
    this.list.querySelectorAll('img').forEach(image => URL.revokeObjectURL(image.src))
  }
}

/** The files of a drop, those of folders among them. */
async function dropped(transfer) {
  const entries = [...transfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean)
  if (!entries.length) return [...transfer.files]
  const files = []
  const walk = async entry => {
    if (entry.isFile) {
      files.push(await new Promise((resolve, reject) => entry.file(resolve, reject)))
    } else {
      const reader = entry.createReader()
      for (let some; (some = await new Promise((resolve, reject) => reader.readEntries(resolve, reject))).length;) {
        for (const inner of some) await walk(inner)
      }
    }
  }
  for (const entry of entries) await walk(entry)
  return files.filter(file => !file.name.startsWith('.'))
}

/** What is to be measured: kind, microscope, whose sample, settings. */
class Asked {
  constructor() {
    this.last = kept(LAST, {})
    this.profiles = kept(PROFILES, {})
    this.kind = h('select', { id: 'kind', required: true })
    this.profile = h('select', { id: 'profile' })
    this.scale = h('input', { id: 'scale', inputmode: 'decimal', autocomplete: 'off' })
    this.fps = h('input', { id: 'fps', inputmode: 'decimal', autocomplete: 'off' })
    this.patient = h('input', { id: 'patient', autocomplete: 'off', maxlength: 200 })
    this.sample = h('input', { id: 'sample', autocomplete: 'off', maxlength: 200 })
    this.settings = h('div', { class: 'settings' })
    this.element = h('div', {},
      h('div', { class: 'grid' },
        field(t('field.kind'), this.kind),
        field(t('field.profile'), this.profile, t('field.profile.hint')),
        field(t('field.umPerPixel'), this.scale, t('field.umPerPixel.hint')),
        field(t('field.fps'), this.fps, t('field.fps.hint')),
        may('subjects:write') ? field(t('field.patient'), this.patient, t('field.patient.hint')) : null,
        field(t('field.sample'), this.sample, t('field.sample.hint'))),
      h('details', {}, h('summary', {}, t('settings')), this.settings))
    this.kind.addEventListener('change', () => this.showSettings())
    this.profile.addEventListener('change', () => this.useProfile())
    this.showProfiles()
    this.showKinds().catch(e => toast(e.message, 'bad'))
  }

  showProfiles() {
    const names = Object.keys(this.profiles)
    show(this.profile, h('option', { value: '' }, t('profile.none')),
      names.map(name => h('option', { value: name, selected: name === this.last.profile }, name)),
      h('option', { value: '+' }, t('profile.new')))
    if (this.profiles[this.last.profile]) this.useProfile()
  }

  async useProfile() {
    if (this.profile.value === '+') {
      const answer = await ask(t('profile.new'), field(t('profile.ask'), h('input', { name: 'name', maxlength: 60, autofocus: true })),
        t('profile.keep'), t('cancel'))
      const name = answer?.get('name').trim()
      if (name) {
        this.profiles[name] = this.asked()
        this.last.profile = name
        localStorage.setItem(PROFILES, JSON.stringify(this.profiles))
      }
      this.showProfiles()
      return
    }
    const known = this.profiles[this.profile.value]
    if (known) {
      this.scale.value = known.umPerPixel
      this.fps.value = known.fps
      if ([...this.kind.options].some(option => option.value === known.kind)) {
        this.kind.value = known.kind
        await this.showSettings()
      }
    }
  }

  /** What is remembered of a microscope. */
  asked() {
    return { kind: this.kind.value, umPerPixel: this.scale.value, fps: this.fps.value }
  }

  async showKinds() {
    const { items } = await once('/v1/kinds')
    show(this.kind, items.map(kind =>
      h('option', { value: kind.kind, selected: kind.kind === this.last.kind }, t(`kind.${kind.kind}`) === `kind.${kind.kind}` ? kind.title : t(`kind.${kind.kind}`))))
    await this.showSettings()
  }

  async showSettings() {
    const { parameters } = await once(`/v1/parameters/${encodeURIComponent(this.kind.value)}`)
    show(this.settings, parameters.map(parameter => {
      const name = `set.${parameter.name}`
      const input = parameter.choices
        ? h('select', { name }, h('option', { value: '' }, t('setting.default', { value: parameter.default ?? '' })),
          parameter.choices.map(choice => h('option', { value: choice }, choice)))
        : h('input', { name, placeholder: parameter.default ?? '', autocomplete: 'off' })
      const amount = unit(parameter.unit)
      return field(label(parameter.name) + (amount ? ` (${amount})` : ''), input, `${parameter.meaning} ${parameter.allowed || ''}`)
    }))
  }

  /** What is asked, as the route wants it. */
  async request() {
    const request = { kind: this.kind.value, set: {} }
    for (const [name, input] of [['umPerPixel', this.scale], ['fps', this.fps]]) {
      if (input.value.trim()) {
        const value = written(input.value)
        if (!(value > 0)) throw new Error(t('error.number', { field: t(`field.${name}`), example: number(0.481) }))
        request[name] = value
      }
    }
    for (const input of this.settings.querySelectorAll('[name]')) {
      if (input.value.trim()) request.set[input.name.slice(4)] = input.value.trim()
    }
    if (this.sample.value.trim()) request.sampleRef = this.sample.value.trim()
    if (this.profiles[this.profile.value]) request.microscope = this.profile.value
    if (this.patient.value.trim()) request.subjectId = await subject(this.patient.value.trim())
    this.remember()
    return request
  }

  remember() {
    this.last = { kind: this.kind.value, profile: this.profile.value }
    const name = this.profile.value
    if (this.profiles[name]) this.profiles[name] = this.asked()
    localStorage.setItem(PROFILES, JSON.stringify(this.profiles))
    localStorage.setItem(LAST, JSON.stringify(this.last))
  }
}

/** The subject of that number in the clinic; made where there is none. */
async function subject(externalId) {
  try {
    return (await change('POST', '/v1/subjects/lookup', { externalId })).id
  } catch (e) {
    if (e.status !== 404) throw e
    return (await change('POST', '/v1/subjects', { externalId })).id
  }
}

/** Sends all, in one form or in pieces; the id of the analysis, which is measured meanwhile. */
async function handIn(request, files, reached) {
  const headers = { Prefer: 'respond-async', 'Idempotency-Key': crypto.randomUUID() }
  const bytes = files.reduce((sum, file) => sum + file.size, 0)
  let answer
  if (bytes <= WHOLE) {
    const body = new FormData()
    body.append('request', JSON.stringify(request))
    files.forEach(file => body.append('image', new Blob([file], { type: 'application/octet-stream' })))
    answer = await send('POST', '/v1/analyses', { body, headers })
  } else {
    let done = 0
    const uploadIds = []
    for (const file of files) {
      uploadIds.push(await upload(file, sent => reached((done + sent) / bytes)))
      done += file.size
    }
    answer = await send('POST', '/v1/analyses', { json: { ...request, uploadIds }, headers })
  }
  return (await answer.json()).id
}

async function upload(file, sent) {
  const made = await change('POST', '/v1/uploads', { size: file.size, mediaType: 'application/octet-stream' })
  const path = `/v1/uploads/${made.id}`
  for (let at = 0; at < file.size; at += PIECE) {
    const piece = file.slice(at, at + PIECE)
    await send('PUT', path, { body: piece, headers: { 'Content-Range': `bytes ${at}-${at + piece.size - 1}/${file.size}` } })
    sent(at + piece.size)
  }
  const digest = await crypto.subtle.digest('SHA-256', await file.arrayBuffer())
  const sha256 = [...new Uint8Array(digest)].map(byte => byte.toString(16).padStart(2, '0')).join('')
  await change('POST', `${path}/complete`, { size: file.size, sha256 })
  return made.id
}
