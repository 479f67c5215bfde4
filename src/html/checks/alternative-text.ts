import type { ContentCheck } from '#html/parse/parsed-text.ts'

const FILE_NAME = /\.(?:png|jpe?g|gif|webp|svg|bmp|tiff?|heic|avif)$/i
const CAMERA_NAME =
  /^(?:img|dsc|dscn|pict|pxl|image|picture|photo|figure|screenshot|untitled|graphic|bild)[\s_-]*\d*$/i

/** Pictures without alternative text, or with a file's name for one. `alt=""` says: decoration. */
export const alternativeText: ContentCheck = ({ fragment, positionOf }) =>
  [...fragment.querySelectorAll('img')].flatMap((image) => {
    const alt = image.getAttribute('alt')?.trim()
    if (alt === undefined) {
      return [
        {
          what: 'Picture without alternative text',
          position: positionOf(image, ''),
          advice: 'Say in a few words what it shows, or mark it as decoration.',
        },
      ]
    }
    if (!FILE_NAME.test(alt) && !CAMERA_NAME.test(alt)) return []
    return [
      {
        what: 'Alternative text that is a file’s name',
        position: positionOf(image, alt),
        advice: 'It is read out to people who cannot see the picture: say what it shows.',
      },
    ]
  })
