import { createElement, Fragment, type ReactNode } from 'react'

/** A message with named places, `…{demands}项…`, whose places are filled by elements: the sentence stays one message in every language. */
export const fill = (message: string, places: Readonly<Record<string, ReactNode>>): ReactNode =>
  message.split(/(\{\w+\})/).map((part, i) => createElement(Fragment, { key: i }, /^\{\w+\}$/.test(part) ? places[part.slice(1, -1)] : part))
