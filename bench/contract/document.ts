import { readFileSync } from 'node:fs'
import { parse } from 'yaml'
import { hasMembers, valueAt } from '#contract/json-value.ts'

const METHODS = new Set(['get', 'post', 'put', 'patch', 'delete'])

type Operation = { method: string; template: string; pattern: RegExp }

/**
 * The calls that an OpenAPI document describes. `find` takes a method and a path, with or without a slash
 * at its end, and gives the call and the path as the document writes it.
 */
export function readContract(file: string) {
  const paths = valueAt(parse(readFileSync(file, 'utf8')), ['paths'])
  const operations: Operation[] = Object.entries(hasMembers(paths) ? paths : {}).flatMap(
    ([template, methods]) =>
      Object.keys(hasMembers(methods) ? methods : {})
        .filter((method) => METHODS.has(method))
        .map((method) => ({
          method: method.toUpperCase(),
          template,
          pattern: new RegExp(`^${template.replace(/\/$/, '').replaceAll(/\{\w+\}/g, '[^/]+')}/?$`),
        })),
  )
  return {
    size: operations.length,
    find: (method: string, path: string) => {
      const found = operations.find((each) => each.method === method && each.pattern.test(path))
      if (!found) return undefined
      const bare = path.replace(/\/$/, '')
      return {
        name: `${method} ${found.template}`,
        path: found.template.endsWith('/') ? `${bare}/` : bare,
      }
    },
  }
}
export type Contract = ReturnType<typeof readContract>
