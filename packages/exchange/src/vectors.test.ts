// The published vectors of the national algorithms, on the very functions that seal and sign.
import assert from 'node:assert/strict'
import { createCipheriv } from 'node:crypto'
import { test } from 'node:test'
import { decipher, encipher, sm3 } from './content.ts'
import { KeyProblem, newKeyPair, publicKeyOf, sm2Signer, unwrapKey, verifySm2, wrapKey } from './sm2.ts'

const hex = (text: string): Uint8Array => new Uint8Array(Buffer.from(text.replace(/\s/g, ''), 'hex'))
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text)

test('SM3, GB/T 32905 examples 1 and 2', () => {
  assert.equal(sm3(bytes('abc')), '66c7f0f462eeedd9d1f2d46bdc10e4e24167c4875cf2f7a2297da02b8f4ba8e0')
  assert.equal(sm3(bytes('abcd'.repeat(16))), 'debe9ff92275b8a138604889c18e5a4d6fdb70e5387e5765293dcba39c0c5732')
})

test('SM4, GB/T 32907 example 1: one block, and a million times', () => {
  const key = hex('0123456789abcdeffedcba9876543210')
  const cipher = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
  assert.equal(cipher.update(key).toString('hex'), '681edf34d206965e86b3e94f536e4246')
  const chain = createCipheriv('sm4-ecb', key, null).setAutoPadding(false)
  let block = Buffer.from(key)
  for (let i = 0; i < 1_000_000; i++) block = chain.update(block)
  assert.equal(block.toString('hex'), '595298c7c6fd271f0402f804c33d3f66')
})

test('SM4-GCM, RFC 8998 A.1', () => {
  const key = hex('0123456789ABCDEFFEDCBA9876543210')
  const iv = hex('00001234567800000000ABCD')
  const bound = hex('FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2')
  const plain = hex('AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDDEEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA')
  const out = encipher(plain, key, bound, iv)
  assert.equal(Buffer.from(out.body).toString('hex'), '17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d')
  assert.equal(Buffer.from(out.tag).toString('hex'), '83de3541e4c2b58177e065a9bf7b62ec')
  assert.deepEqual(new Uint8Array(decipher(out, key, bound) ?? []), plain)
  assert.equal(decipher(out, key, hex('00')), null)
  assert.equal(decipher({ ...out, tag: out.tag.subarray(0, 4) }, key, bound), null, 'a shortened tag is no tag')
})

const key = { privateKey: '3945208f7b2144b13f36e38ac6d39f95889393692860b51a42fb81ef4df7c5b8', publicKey: '0409f9df311e5421a150dd7d161e4bc5c672179fad1833fc076bb08ff356f35020ccea490ce26775a52dc6ea718cc1aa600aed05fbf35e084a6632f6072da9ad13' }
const signature = 'f5a03b0648d2c4630eeac513e1bb81a15944da3827d5b74143ac7eaceee720b3b1b6aa29df212fd8763182bc0d421ca1bb9038fd1f7f42d4840b69c485bbc1aa'

test('SM2, GB/T 32918.5 Annex A: public key of the private key, signature over “message digest”', () => {
  assert.equal(publicKeyOf(key.privateKey), key.publicKey)
  assert.equal(verifySm2(bytes('message digest'), signature, key.publicKey), true)
  assert.equal(verifySm2(bytes('message digest.'), signature, key.publicKey), false)
  assert.equal(verifySm2(bytes('message digest'), signature, key.publicKey, 'ALICE123@YAHOO.COM'), false, 'the user id is part of what is signed')
})

test('a signer signs what it verifies; nobody else’s key and no changed byte verifies', () => {
  const signer = sm2Signer(key)
  const other = sm2Signer(newKeyPair())
  const head = bytes('hengjian-head 42')
  const signed = signer.sign(head)
  assert.match(signed, /^[0-9a-f]{128}$/)
  assert.equal(signer.algorithm, 'sm2-sm3')
  assert.equal(signer.verify(head, signed), true)
  assert.equal(other.verify(head, signed), false)
  for (let i = 0; i < head.length; i++) assert.equal(signer.verify(head.map((byte, k) => (k === i ? byte ^ 1 : byte)), signed), false)
  for (const wrong of ['', 'zz', signed.toUpperCase(), signed.slice(2), `${signed}00`, '0'.repeat(128), 'f'.repeat(128)]) assert.equal(signer.verify(head, wrong), false)
})

test('keys that are no keys are refused without telling the key', () => {
  assert.throws(() => sm2Signer({ privateKey: key.privateKey, publicKey: newKeyPair().publicKey }), KeyProblem)
  assert.throws(() => publicKeyOf('12'), (error: unknown) => error instanceof KeyProblem && !error.message.includes(key.privateKey))
  assert.throws(() => wrapKey(new Uint8Array(16), `04${'0'.repeat(128)}`), KeyProblem)
  assert.equal(verifySm2(bytes('x'), signature, `04${'1'.repeat(128)}`), false)
})

test('a content key is opened by its recipient only', () => {
  const [mine, other] = [newKeyPair(), newKeyPair()]
  const content = hex('00112233445566778899aabbccddeeff')
  const wrapped = wrapKey(content, mine.publicKey)
  assert.deepEqual(new Uint8Array(unwrapKey(wrapped, mine.privateKey) ?? []), content)
  assert.equal(unwrapKey(wrapped, other.privateKey), null)
  assert.equal(unwrapKey(`${wrapped.slice(0, -1)}${wrapped.endsWith('0') ? '1' : '0'}`, mine.privateKey), null)
})
