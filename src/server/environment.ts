import { existsSync } from 'node:fs'
import { loadEnvFile } from 'node:process'

/** Adds what `.env` in the working folder says to the environment, which wins where both speak. */
export function loadEnvironment() {
  if (existsSync('.env')) loadEnvFile('.env')
  return process.env
}
