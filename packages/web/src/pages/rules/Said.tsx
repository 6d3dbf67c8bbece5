import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { rulesQuery } from '../../api/law.ts'
import { paths } from '../../paths.ts'
import { useText } from '../../words/words.ts'

/** A sentence of the rulebook; where it names another rule by its id, the rule's own name stands there as a link. */
export const Said = ({ text: sentence }: { readonly text: string }) => {
  const text = useText()
  const rules = useQuery(rulesQuery()).data
  return <>{sentence.split(/([a-z]+(?:-[a-z0-9]+)+)/).map((part, i) => { const rule = i % 2 === 1 ? rules?.find(({ id }) => id === part) : undefined; return rule === undefined ? part : <Link key={i} to={paths.rule} params={{ id: rule.id }}>{text(rule.title)}</Link> })}</>
}
