// Loaded into a server before it starts (`--import`), in which it then stands for the library of the
// databases. They get no page beyond what DISK_PAGES says, by SQLite's own limit and with SQLite's own
// error; with DISK_FULL_AT_START nothing at all can be written while one is opened.
import { register } from 'node:module'
import { DatabaseSync as SoundDatabase } from '@photostructure/sqlite'

const pages = process.env.DISK_PAGES
const fullAtStart = process.env.DISK_FULL_AT_START !== undefined

export class DatabaseSync extends SoundDatabase {
  exec(sql) {
    const inFile = this.location() !== null
    if (inFile && fullAtStart && /journal_mode = WAL|CREATE TABLE|user_version =/.test(sql)) {
      throw Object.assign(new Error('database or disk is full'), { errcode: 13 })
    }
    super.exec(sql)
    if (pages && /user_version =/.test(sql)) super.exec(`PRAGMA max_page_count = ${pages}`)
  }
}

const instead = `export const resolve = async (name, context, next) =>
  name === '@photostructure/sqlite'
    ? { url: '${import.meta.url}', shortCircuit: true }
    : next(name, context)`
register(`data:text/javascript,${encodeURIComponent(instead)}`)
