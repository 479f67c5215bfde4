declare global {
  interface ImportMetaEnv {
    /** From package.json, put in by the build. */
    readonly APP_VERSION: string
  }
}

/** The version of this app, as a record names it. */
export const appVersion: string = import.meta.env.APP_VERSION
