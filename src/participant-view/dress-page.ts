/** How the page in the frame is to look: as in a dark browser, and from right to left. */
export function dressPage(page: Document, look: { dark: boolean; rightToLeft: boolean }) {
  page.documentElement.toggleAttribute('data-dark', look.dark)
  page.documentElement.dir = look.rightToLeft ? 'rtl' : 'ltr'
  // By themselves the texts run as their first letters do.
  for (const text of page.querySelectorAll<HTMLElement>('main > *')) {
    text.dir = look.rightToLeft ? 'rtl' : 'auto'
  }
}
