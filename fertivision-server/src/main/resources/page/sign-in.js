// Signing in, the first administrator, and one's own password.
import { h, field, toast } from './dom.js'
import { t } from './words.js'
import { change, signIn } from './api.js'

const CLINIC = 'fertivision.clinic'

/** A form that tells below its fields what went wrong. */
export function form(title, lead, fields, action, submit) {
  const trouble = h('p', { class: 'trouble', role: 'alert' })
  const button = h('button', { type: 'submit', class: 'main' }, action)
  const element = h('form', { class: 'card narrow', novalidate: true },
    h('h1', {}, title), lead ? h('p', { class: 'lead' }, lead) : null, fields, trouble, h('div', { class: 'actions' }, button))
  element.addEventListener('submit', async event => {
    event.preventDefault()
    trouble.textContent = ''
    button.disabled = true
    try {
      await submit(new FormData(element))
    } catch (e) {
      const at = e.document?.errors?.[0]
      trouble.textContent = at ? `${t(`field${at.pointer.replace(/\//g, '.')}`)} ${at.detail}` : e.message
    } finally {
      button.disabled = false
    }
  })
  return element
}

function secret(name, complete, label, hint) {
  return field(label, h('input', { type: 'password', name, autocomplete: complete, required: true }), hint)
}

export function signInView(done) {
  const clinic = localStorage.getItem(CLINIC) || 'first'
  return form(t('sign-in.title'), t('sign-in.lead'), [
    field(t('field.clinic'), h('input', { name: 'clinic', value: clinic, autocomplete: 'organization', required: true })),
    field(t('field.login'), h('input', { name: 'login', autocomplete: 'username', autofocus: true, required: true })),
    secret('password', 'current-password', t('field.password')),
  ], t('sign-in'), async data => {
    await signIn(data.get('clinic'), data.get('login'), data.get('password'))
    localStorage.setItem(CLINIC, data.get('clinic'))
    done()
  })
}

export function setUpView(link) {
  return form(t('setup.title'), t('setup.lead'), [
    field(t('field.name'), h('input', { name: 'name', autocomplete: 'name', autofocus: true, required: true }), t('field.name.hint')),
    field(t('field.login'), h('input', { name: 'login', autocomplete: 'username', required: true })),
    secret('password', 'new-password', t('field.password'), t('field.password.hint')),
  ], t('setup'), async data => {
    const person = { name: data.get('name'), login: data.get('login'), password: data.get('password') }
    await change('POST', `/setup/${encodeURIComponent(link)}/account`, person)
    await signIn('first', person.login, person.password)
    location.hash = '#new'
  })
}

export function passwordView() {
  const element = form(t('password.title'), t('password.lead'), [
    secret('password', 'current-password', t('field.password')),
    secret('newPassword', 'new-password', t('field.newPassword'), t('field.password.hint')),
  ], t('password.change'), async data => {
    await change('POST', '/v1/session/password', {
      password: data.get('password'), newPassword: data.get('newPassword'),
    })
    element.reset()
    toast(t('password.changed'))
  })
  return element
}
