import type { verify as zh } from '../zh/verify.ts'

export const verify: typeof zh = {
  title: 'Receipts and proof', hint: 'a receipt is a small file; whoever holds it can check it, in this browser, without uploading anything', drop: 'Drop receipts here, or choose files', pick: 'Choose receipts', kinds: '.json files from “export”, several at once', unreadable: (name: string) => `${name} is not a receipt`, unreadableWhat: 'It must be of the format hengjian-receipt/1. Nothing was uploaded.',
  list: 'Results', none: 'No receipt chosen yet. An act can also be checked directly in its matter.', content: 'What the receipt says', matter: 'Matter', act: 'Act', recorded: 'Recorded', leaf: 'Log number', size: 'Tree size', clear: 'Clear',
  head: 'Current checkpoint of this organ', headHint: 'compare it with what the witnesses publish: a rewritten log shows', headSize: 'Entries', root: 'Root', at: 'Sealed', key: 'Public key', noHead: 'The checkpoint cannot be fetched now.', same: 'same log as the receipt', older: 'the receipt is older than the current checkpoint', newer: 'the receipt names a newer checkpoint than this organ has; tell case management',
  howTitle: 'What is checked, what is not', how: ['content against its SHA-256 and SM3 fingerprints', 'the leaf computed from the content', 'the path from the leaf to the root of the checkpoint'], notTitle: 'Left to people', not: ['whether the facts are true', 'whether the checkpoint is the one that the witnesses publish', 'whether the key belongs to the organ'],
}
