/** Where a text was copied, by the name that the notice uses; `null` when nothing gives it away. */
export type Source =
  | 'Word'
  | 'Word Online'
  | 'Outlook'
  | 'Excel'
  | 'PowerPoint'
  | 'Google Docs'
  | 'Google Sheets'
  | 'LibreOffice'
  | 'Pages or Notes'
  | 'a chat'
  | 'Markdown'
  | null

const SIGNS: readonly (readonly [Source, RegExp])[] = [
  ['Google Sheets', /google-sheets-html-origin|data-sheets-(?:root|value|userformat)/i],
  ['Google Docs', /docs-internal-guid|docs\.google\.com\/docs/i],
  ['LibreOffice', /<meta[^>]{1,200}content="?'?(?:LibreOffice|OpenOffice|StarOffice)/i],
  ['Excel', /excel\.sheet|content="?'?microsoft excel|schemas-microsoft-com:office:excel/i],
  ['PowerPoint', /powerpoint\.slide|content="?'?microsoft powerpoint/i],
  ['Word Online', /\bSCXW\d+|data-ccp-props|OutlineElement|ListContainerWrapper/],
  ['Outlook', /\bx_(?:Mso|elementToProof)|elementToProof|data-ogsc|content="?'?Microsoft Outlook/i],
  [
    'Word',
    /schemas-microsoft-com:office:word|class="?'?Mso|mso-[a-z]+-?[a-z]*\s*:|word\.document/i,
  ],
  ['Pages or Notes', /Cocoa HTML Writer|class="?'?Apple-(?:converted-space|tab-span)/i],
  ['a chat', /data-message-author-role|data-start="\d+"\s+data-end="\d+"|font-claude/i],
]

/** Tells the application from what it leaves in the HTML. */
export function detectSource(html: string): Source {
  return SIGNS.find(([, sign]) => sign.test(html))?.[0] ?? null
}

const WORD_PROCESSORS: ReadonlySet<Source> = new Set([
  'Word',
  'Word Online',
  'Outlook',
  'PowerPoint',
  'Google Docs',
  'LibreOffice',
  'Pages or Notes',
])

/** Whether the text was written where an indented paragraph between items belongs to one of them. */
export function isFromWordProcessor(source: Source): boolean {
  return WORD_PROCESSORS.has(source)
}
