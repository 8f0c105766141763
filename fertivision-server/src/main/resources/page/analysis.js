// One analysis: how far it is, why it has no result, or its result.
import { h, show, say, toast } from './dom.js'
import { t, number, time } from './words.js'
import { change, get, may } from './api.js'
import { Result } from './result.js'

export function analysisView(id) {
  const element = h('div', { class: 'analysis' }, h('h1', {}, t('analysis.title')), h('p', {}, t('loading')))
  let events = null
  let result = null
  const stop = () => { events?.close(); result?.close() }

  async function look() {
    try {
      const analysis = await get(`/v1/analyses/${encodeURIComponent(id)}`)
      if (analysis.status === 'succeeded') {
        result = new Result(analysis)
        show(element, result.element)
        await result.start()
        say(t('result.ready'))
      } else if (analysis.problem) {
        failed(analysis)
      } else {
        watch(analysis)
      }
    } catch (e) {
      show(element, h('h1', {}, t('analysis.title')), h('p', { class: 'trouble', role: 'alert' }, e.message))
    }
  }

  function failed(analysis) {
    show(element, h('h1', {}, t('failed.title')),
      h('section', { class: 'card narrow' },
        h('p', { class: 'trouble', role: 'alert' }, analysis.problem.detail),
        h('p', { class: 'hint' }, `${t(`kind.${analysis.kind}`)}, ${time(analysis.createdAt)}, ${analysis.problem.code}`),
        h('p', {}, t('failed.never')),
        h('div', { class: 'actions' }, h('a', { class: 'button main', href: '#new' }, t('failed.again')))))
  }

  /** Tells how far the work is, until it ends. */
  function watch(analysis) {
    const job = `/v1/jobs/job_${analysis.id.slice(4)}`
    const bar = h('progress', { max: 1, value: 0, 'aria-label': t('progress') })
    const words = h('p', { class: 'lead', id: 'stage' }, t('stage.queued'))
    show(element, h('h1', {}, t('measuring.title')), h('section', { class: 'card narrow' }, words, bar,
      may('analyses:write') ? h('div', { class: 'actions' },
        h('button', { class: 'plain', onclick: () => change('POST', `${job}/cancel`).catch(e => toast(e.message, 'bad')) }, t('call-off'))) : null))
    const told = event => {
      const row = JSON.parse(event.data)
      bar.value = row.progress
      words.textContent = row.queuePosition
        ? t('stage.waiting', { n: row.queuePosition })
        : t(`stage.${row.stage || 'queued'}`, { share: number(Math.round(row.progress * 100)) })
    }
    events = new EventSource(`${job}/events`)
    events.addEventListener('open', event => { if (event.data) told(event) })
    events.addEventListener('progress', told)
    for (const end of ['done', 'failed', 'canceled']) {
      events.addEventListener(end, () => { events.close(); look() })
    }
  }

  look()
  return { element, leave: stop }
}
