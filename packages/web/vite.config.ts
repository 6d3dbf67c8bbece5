import react from '@vitejs/plugin-react'
import { defineConfig } from 'vite'

// `npm run dev` inside packages/web: the interface alone, calling a server that runs elsewhere (HENGJIAN_API).
export default defineConfig({
  plugins: [react()],
  // Offices keep browsers for two to three years; nothing newer is assumed (no CSS nesting, no container queries).
  build: { target: ['chrome109', 'firefox109', 'safari16'], cssTarget: 'chrome109', sourcemap: false, chunkSizeWarningLimit: 400 },
  server: { proxy: { '/api': process.env.HENGJIAN_API ?? 'http://127.0.0.1:8080' } },
})
