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
          advice: 'Describe what it shows in a few words, or mark it as decorative.',
        },
      ]
    }
    if (!FILE_NAME.test(alt) && !CAMERA_NAME.test(alt)) return []
    return [
      {
        what: 'File name as alternative text',
        position: positionOf(image, alt),
        advice:
          'Screen readers read it to people who cannot see the picture. Describe what the picture shows.',
      },
    ]
  })
