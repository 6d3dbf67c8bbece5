import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readFolder, type Chosen } from './folder.ts'

const file = (path: string, size = 10): Chosen => ({ name: path.split('/').at(-1) ?? '', webkitRelativePath: path, size, text: async () => path })
test('paths inside of the folder, only YAML', async () => assert.deepEqual(await readFolder([file('set/book.yaml'), file('set/rules/x.yaml'), file('set/readme.md')]), { name: 'set', files: { 'book.yaml': 'set/book.yaml', 'rules/x.yaml': 'set/rules/x.yaml' } }))
test('without a book, or too large, it is no set', async () => {
  assert.equal(await readFolder([file('set/rules/x.yaml')]), null)
  assert.equal(await readFolder([file('set/book.yaml', 9 * 1024 * 1024)]), null)
})
