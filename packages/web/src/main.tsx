import { QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { ApiProblem, whenSignedOut } from './api/client.ts'
import { makeRouter } from './router.tsx'
import { startLook } from './shell/look.ts'
import './style/tokens.css'
import './style/base.css'
import './parts/record.css'
import './parts/forms.css'

// An office network without a way outside is still a network: what the browser thinks about being online does not matter.
const queries = new QueryClient({
  defaultOptions: { queries: { networkMode: 'always', staleTime: 15_000, refetchOnWindowFocus: true, retry: (times, cause) => times < 2 && cause instanceof ApiProblem && cause.problem.status === 0 } },
})
const router = makeRouter(queries)
// A session that has ended leads back to the door; drafts stay on the machine.
whenSignedOut(() => {
  if (queries.getQueryData(['session']) == null) return
  queries.setQueryData(['session'], null)
  void router.navigate({ to: '/sign-in', search: { next: router.state.location.href, ended: true } })
})

await startLook()
const root = document.getElementById('root')
if (root === null) throw new Error('index.html has no #root')
createRoot(root).render(<StrictMode><QueryClientProvider client={queries}><RouterProvider router={router} /></QueryClientProvider></StrictMode>)
void import('./style/fonts.ts')
