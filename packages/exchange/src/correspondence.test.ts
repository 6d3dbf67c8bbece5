// M17.1 first form: what is sent arrives once, whole, from whom it says, or is refused with a reason.
import assert from 'node:assert/strict'
import * as fc from 'fast-check'
import { test } from 'node:test'
import { pack, unpack } from './carrier.ts'
import { accept, empty, gaps, nextSeq, receiptContent, send, type Correspondence } from './correspondence.ts'
import { fromBytes, open, seal, toBytes, type Directory, type Header, type Sealed } from './envelope.ts'
import { newKeyPair, sm2Signer } from './sm2.ts'

const organ = () => ({ sign: newKeyPair(), wrap: newKeyPair() })
const [procuratorate, bureau, stranger] = [organ(), organ(), organ()]
const directory: Directory = { P: { sign: procuratorate.sign.publicKey, wrap: procuratorate.wrap.publicKey }, B: { sign: bureau.sign.publicKey, wrap: bureau.wrap.publicKey } }
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)
const toBureau = (seq: number, text: string, more: Partial<Header> = {}): Sealed => seal({ id: `p-${seq}`, from: 'P', to: 'B', matter: 'M1', seq, kind: 'message', about: null, ...more }, bytes(text), { signer: sm2Signer(procuratorate.sign), recipient: directory['B'] as Directory[string] })
const received = (state: Correspondence, sealed: Sealed) => accept(state, toBytes(sealed), bureau.wrap.privateKey, directory)

test('a sealed message opens for its recipient, with its content and its header', () => {
  const sealed = toBureau(1, '检察建议书 呼检建〔2026〕12号')
  assert.equal(Buffer.from(toBytes(sealed)).includes(bytes('检察建议书')), false, 'the content is not readable on the way')
  const opened = open(toBytes(sealed), { id: 'B', unwrap: bureau.wrap.privateKey }, directory)
  assert.equal(opened.ok && new TextDecoder().decode(opened.bytes), '检察建议书 呼检建〔2026〕12号')
  assert.deepEqual(opened.ok && opened.header.matter, 'M1')
})

test('every change of a single byte of a sealed message is noticed', () => {
  const whole = toBytes(toBureau(1, '回复期限自收到之日起计算'))
  for (let i = 0; i < whole.length; i++) {
    for (const flip of [1, 0x20]) {
      const changed = whole.map((byte, k) => (k === i ? byte ^ flip : byte))
      assert.equal(open(changed, { id: 'B', unwrap: bureau.wrap.privateKey }, directory).ok, false, `byte ${i}`)
    }
  }
})

test('any change at all (cut, doubled, inserted, replaced bytes) is noticed', () => {
  const whole = toBytes(toBureau(1, '移送涉嫌犯罪案件'))
  fc.assert(fc.property(fc.nat(whole.length), fc.nat(40), fc.uint8Array({ maxLength: 40 }), (at, length, put) => {
    const changed = new Uint8Array([...whole.subarray(0, at), ...put, ...whole.subarray(at + length)])
    return Buffer.compare(changed, whole) === 0 || !open(changed, { id: 'B', unwrap: bureau.wrap.privateKey }, directory).ok
  }), { numRuns: 500 })
})

test('content of any bytes and length survives the way', () => {
  fc.assert(fc.property(fc.uint8Array({ maxLength: 2000 }), (content) => {
    const sealed = seal({ id: 'x', from: 'P', to: 'B', matter: 'M', seq: 1, kind: 'message', about: null }, content, { signer: sm2Signer(procuratorate.sign), recipient: directory['B'] as Directory[string] })
    const opened = open(toBytes(sealed), { id: 'B', unwrap: bureau.wrap.privateKey }, directory)
    return opened.ok && Buffer.compare(opened.bytes, content) === 0
  }), { numRuns: 30 })
})

test('accepted once: the second copy changes nothing and says so', () => {
  const sealed = toBureau(1, '甲')
  const first = received(empty('B'), sealed)
  assert.ok(first.ok && !first.again)
  const second = received(first.correspondence, sealed)
  assert.ok(second.ok && second.again)
  assert.equal(second.correspondence, first.correspondence)
})

test('a hole in the sequence is seen, and closes when the missing message comes', () => {
  const third = received(empty('B'), toBureau(3, '丙'))
  assert.ok(third.ok)
  assert.deepEqual(third.gaps, [1, 2])
  const first = received(third.correspondence, toBureau(1, '甲'))
  assert.ok(first.ok)
  assert.deepEqual(first.gaps, [2])
  const second = received(first.correspondence, toBureau(2, '乙'))
  assert.ok(second.ok)
  assert.deepEqual(gaps(second.correspondence, 'P'), [])
})

test('addressed to another, from an unknown sender, signed by another: each refused with its own reason', () => {
  const me = { id: 'B', unwrap: bureau.wrap.privateKey }
  const code = (sealed: Sealed, who = me): string => { const opened = open(toBytes(sealed), who, directory); return opened.ok ? 'opened' : opened.code }
  assert.equal(code(toBureau(1, '甲'), { id: 'P', unwrap: procuratorate.wrap.privateKey }), 'wrong-recipient')
  assert.equal(code(toBureau(1, '甲', { from: 'X' })), 'unknown-sender')
  assert.equal(code(seal({ id: 'f', from: 'P', to: 'B', matter: 'M1', seq: 1, kind: 'message', about: null }, bytes('假'), { signer: sm2Signer(stranger.sign), recipient: directory['B'] as Directory[string] })), 'bad-signature')
  assert.equal(code(seal({ id: 'f', from: 'P', to: 'B', matter: 'M1', seq: 1, kind: 'message', about: null }, bytes('误'), { signer: sm2Signer(procuratorate.sign), recipient: { ...(directory['B'] as Directory[string]), wrap: stranger.wrap.publicKey } })), 'unreadable')
  const opened = open(bytes('{}'), me, directory)
  assert.match(opened.ok ? '' : opened.message.zh, /未接收/)
})

test('a signature taken from one message does not carry another matter, place or content', () => {
  const [one, other] = [toBureau(1, '甲'), toBureau(2, '乙', { matter: 'M2' })]
  const me = { id: 'B', unwrap: bureau.wrap.privateKey }
  for (const forged of [{ ...one, signature: other.signature }, { ...one, header: other.header }, { ...other, body: one.body, iv: one.iv, tag: one.tag, key: one.key }, { ...one, header: { ...one.header, matter: 'M2' } }, { ...one, header: { ...one.header, seq: 9 } }]) {
    const opened = open(toBytes(forged), me, directory)
    assert.equal(opened.ok ? 'opened' : opened.code, 'bad-signature')
  }
})

test('the sender itself cannot put a second document under an id or place already taken', () => {
  const first = received(empty('B'), toBureau(1, '甲'))
  assert.ok(first.ok)
  const sameId = received(first.correspondence, toBureau(2, '乙', { id: 'p-1' }))
  assert.equal(sameId.ok ? '' : sameId.code, 'id-reused')
  const samePlace = received(first.correspondence, toBureau(1, '乙', { id: 'p-9' }))
  assert.equal(samePlace.ok ? '' : samePlace.code, 'sequence-reused')
})

test('sent → delivered → answered, told by the other side’s own signed messages', () => {
  const sealed = toBureau(1, '甲')
  let ours = send(empty('P'), sealed.header)
  assert.equal(send(ours, sealed.header), ours, 'noting the same message twice changes nothing')
  assert.equal(nextSeq(ours, 'B'), 2)
  assert.throws(() => send(ours, { ...sealed.header, id: 'other', digest: '0'.repeat(64) }), RangeError)
  const back = (seq: number, kind: Header['kind'], content: Uint8Array): Uint8Array => toBytes(seal({ id: `b-${seq}`, from: 'B', to: 'P', matter: 'M1', seq, kind, about: 'p-1' }, content, { signer: sm2Signer(bureau.sign), recipient: directory['P'] as Directory[string] }))
  const acknowledged = receiptContent(sealed.header)
  for (const [seq, kind, content, state] of [[1, 'receipt', bytes('another digest'), 'sent'], [2, 'receipt', acknowledged, 'delivered'], [3, 'answer', bytes('已落实'), 'answered'], [4, 'receipt', acknowledged, 'answered']] as const) {
    const taken = accept(ours, back(seq, kind, content), procuratorate.wrap.privateKey, directory)
    assert.ok(taken.ok)
    ours = taken.correspondence
    assert.equal(ours.sent['B']?.[0]?.state, state)
  }
})

test('air gap: packed, carried, unpacked, accepted; damage and loss are told by line, whole messages still count', () => {
  const messages = [1, 2, 3].map((seq) => toBureau(seq, `第${seq}件`))
  const file = pack(messages)
  const whole = unpack(file)
  assert.deepEqual(whole.problems, [])
  let state = empty('B')
  for (const message of whole.messages) { const taken = accept(state, message, bureau.wrap.privateKey, directory); assert.ok(taken.ok); state = taken.correspondence }
  assert.deepEqual([state.received['P']?.length, gaps(state, 'P')], [3, []])

  const text = new TextDecoder().decode(file)
  const lines = text.split('\n')
  const damaged = unpack(bytes([lines[0], lines[1], (lines[2] ?? '').replace('"seq":2', '"seq":2 '), lines[3], ''].join('\n')))
  assert.deepEqual([damaged.messages.length, damaged.problems.map(({ line }) => line)], [2, [3]])
  const lost = unpack(bytes([lines[0], lines[1], lines[3], ''].join('\n')))
  assert.deepEqual([lost.messages.length, lost.problems.length], [2, 1])
  assert.match(lost.problems[0]?.message.zh ?? '', /应有 3 份报文，实有 2 份/)
  const swapped = unpack(bytes([lines[0], lines[2], lines[1], lines[3], ''].join('\n')))
  assert.equal(swapped.problems.length, 1)
  for (const junk of ['', 'hello', '{"format":"hengjian-carrier/1"}\n', '\u0000\u0001']) assert.equal(unpack(bytes(junk)).messages.length, 0)
  assert.equal(unpack(bytes('hello')).problems.length, 1)
})

test('what is not a message is refused, never thrown', () => {
  for (const junk of [new Uint8Array(), bytes('null'), bytes('[]'), bytes('{"format":"hengjian-message/1"}'), bytes('{"format":"hengjian-message/1","header":{}}'), new Uint8Array([0xff, 0xfe]), bytes(`${'['.repeat(10_000)}`)]) {
    assert.equal(fromBytes(junk), null)
    const opened = open(junk, { id: 'B', unwrap: bureau.wrap.privateKey }, directory)
    assert.equal(opened.ok ? '' : opened.code, 'malformed')
  }
})
