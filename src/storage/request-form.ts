const KEY = 'batch-composer.request-form'

/** The form in which the request was looked at last; '' when none was ever chosen. */
export function lastRequestForm() {
  try {
    return localStorage.getItem(KEY) ?? ''
  } catch {
    return ''
  }
}

/** Remembers in which form the request is wanted. */
export function rememberRequestForm(form: string) {
  try {
    localStorage.setItem(KEY, form)
  } catch {
    // A browser that stores nothing begins with JSON every time, which is no loss.
  }
}
