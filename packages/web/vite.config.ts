import react from '@vitejs/plugin-react'
import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'
import { defineConfig, type Plugin } from 'vite'

/** A gzip copy beside every text file, so that a server has nothing to compress while somebody waits. Fonts are compressed already. */
const precompress = (): Plugin => ({
  name: 'precompress', apply: 'build',
  closeBundle() { for (const file of globSync(`${this.environment.config.build.outDir}/**/*.{js,css,html,svg}`)) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 })) },
})

// `npm run dev` inside packages/web: the interface alone, calling a server that runs elsewhere (HENGJIAN_API).
export default defineConfig({
  plugins: [react(), precompress()],
  // Offices keep browsers for two to three years; nothing newer is assumed (no CSS nesting, no container queries).
  // Every file stays a file: the server's content policy takes no font out of a data: address.
  build: { target: ['chrome109', 'firefox109', 'safari16'], cssTarget: 'chrome109', sourcemap: false, chunkSizeWarningLimit: 400, assetsInlineLimit: 0 },
  server: { proxy: { '/api': process.env.HENGJIAN_API ?? 'http://127.0.0.1:8080' } },
})
