import { existsSync } from 'node:fs'
import type { Plugin, ViteDevServer } from 'vite'
import { createApp } from './app.ts'
import { openBackends } from './backends.ts'
import { readConfig, loadEnvironment } from './config.ts'
import { hostsOf } from '#server/http/guard.ts'
import { portOf } from '#server/http/http-server.ts'
import { nodeListener } from '#server/http/node-listener.ts'
import { announcedServer, announceServer, withdrawServer } from './running-server.ts'
import { previewPolicy } from '#server/http/security-headers.ts'
import { pageFor } from '#server/static/static.ts'

const ours =
  /^\/(?:(?:practice|prolific)\/api(?:[/?]|$)|practice\/(?:uploads|downloads)\/|session\/prolific(?:[/?]|$)|config\.json(?:\?|$))/

function open(port: () => number | undefined) {
  const config = readConfig(loadEnvironment())
  const { close, notices, ...backends } = openBackends(config)
  for (const notice of notices) console.error(notice)
  const app = createApp({
    knowsHost: hostsOf(port, config.allowedHosts),
    writesPerMinute: config.writesPerMinute,
    ...backends,
  })
  announceServer(config.dataFolder, `http://localhost:${port()}`)
  return {
    // Vite has its own use for the global Request and Response.
    listener: nodeListener(app, { overrideGlobalObjects: false }),
    close: () => {
      withdrawServer(config.dataFolder)
      void close()
    },
  }
}

function serveBackends({ middlewares, httpServer, config: { logger } }: ViteDevServer) {
  let opened: ReturnType<typeof open> | undefined
  // Not before it listens: a test runner makes the same server and must not take the data folder.
  httpServer?.once('listening', () => {
    try {
      opened = open(() => portOf(httpServer))
    } catch (error) {
      const { dataFolder } = readConfig(loadEnvironment())
      const running = announcedServer(dataFolder)?.address
      logger.error(running ? `Batch Composer is already running: ${running}` : String(error))
      process.exit(1)
    }
  })
  httpServer?.once('close', () => opened?.close())

  middlewares.use((request, response, next) => {
    const { url = '/', method, headers } = request
    if (opened && ours.test(url)) {
      void opened.listener(request, response)
      return
    }
    const { pathname, searchParams } = new URL(url, 'http://localhost')
    const opensPage = method === 'GET' && headers.accept?.includes('text/html')
    if (pathname === '/preview.html') {
      response.setHeader('content-security-policy', previewPolicy(searchParams.getAll('img')))
    } else if (opensPage && !/\.\w+$/.test(pathname)) {
      request.url = pageFor(pathname, (page) => existsSync(`.${page}`))
    }
    next()
  })
}

/** Puts both backends and `/config.json` behind the pages of `vite`, on the same data folder. */
export function sameOriginBackends(): Plugin {
  return { name: 'same-origin-backends', apply: 'serve', configureServer: serveBackends }
}
