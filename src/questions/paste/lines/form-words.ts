/* Words that questionnaires in English, German, French and Spanish are made of. */

const ANY_NUMBER =
  /all that apply|(?:select|check|tick|mark|choose) all|multiple (?:answers|responses|choices|selections)|more than one (?:answer|response|option)|as many as|Mehrfach(?:nennung|antwort|auswahl)|mehrere (?:Antworten|Nennungen|Angaben)|alles Zutreffende|alle zutreffenden|plusieurs (?:réponses|choix)|cochez tout|toutes les réponses|(?:marque|seleccione|elija|indique) tod[ao]s|varias respuestas|respuestas? múltiples?|tod[ao]s l[ao]s que/iu

const NUMBERS = [
  ['two', 'zwei', 'deux', 'dos'],
  ['three', 'drei', 'trois', 'tres'],
  ['four', 'vier', 'quatre', 'cuatro'],
  ['five', 'fünf', 'cinq', 'cinco'],
]
const COUNT = String.raw`(\d{1,2}|${NUMBERS.flat().join('|')})(?![\p{L}\d])`
const CHOOSING =
  /choose|select|pick|tick|check|mark|answers|options|wähl|kreuz|antwort|nennung|chois|coch|réponse|eli[gj]|marque|selec|respuesta/iu
const AT_MOST = new RegExp(
  String.raw`(?:up to|at most|max\.?|maximum(?: of)?|no more than|bis zu|höchstens|maximal|jusqu['’]à|au plus|hasta|como máximo)\s+${COUNT}`,
  'iu',
)
const EXACTLY = new RegExp(
  String.raw`(?:choose|select|pick|tick|mark|check)\s+(?:exactly |the |your |any )*${COUNT}`,
  'iu',
)
const JUST_ONE =
  /^\(?(?:please |bitte )?(?:(?:choose|select|tick|check|mark|pick)(?: only| just)? one|(?:nur )?eine Antwort|une seule réponse|una sola respuesta)/iu

/** How many choices a text allows: -1 for any number; null when it says nothing. */
export function limitIn(text: string): number | null {
  if (ANY_NUMBER.test(text)) return -1
  const word = (CHOOSING.test(text) ? AT_MOST.exec(text) : null)?.[1] ?? EXACTLY.exec(text)?.[1]
  if (word === undefined) return null
  const spelled = NUMBERS.findIndex((words) => words.includes(word.toLowerCase()))
  return spelled === -1 ? Number(word) || null : spelled + 2
}

/** Whether a line only says how to answer. */
export function isHint(text: string): boolean {
  if (text.length > 100 || asks(text)) return false
  return limitIn(text) !== null || JUST_ONE.test(text) || /^\([^()]*\)$/.test(text)
}

/** Whether a text is a question; what tells how to answer it may follow. */
export function asks(text: string): boolean {
  const at = Math.max(text.lastIndexOf('?'), text.lastIndexOf('？'), text.lastIndexOf('؟'))
  if (at === -1) return false
  const rest = text.slice(at + 1).trim()
  return /^[)\]"'”“»’*]*$/u.test(rest) || rest.startsWith('(') || rest.length <= 80
}

const BLANK = /_{2,}|\.{6,}|…{2,}/

/** Whether a text has a gap to write in. */
export function hasBlank(text: string): boolean {
  return BLANK.test(text)
}

/** A text without the gaps to write in at its end, or in the place of it. */
export function withoutBlank(text: string): string {
  return text
    .split(BLANK)
    .map((piece) => piece.trim())
    .filter((piece) => piece !== '')
    .join(' … ')
}

/** The texts that end in a gap, where a line has several: `Name: ____ Age: ____`. */
export function fieldsIn(text: string): string[] {
  const pieces = text.split(BLANK).map((piece) => piece.trim())
  const last = pieces.pop()
  return last === '' && pieces.every((piece) => /[:?]$/.test(piece)) ? pieces : []
}

const OTHERS = [
  [/^(?:another|others?|something else)(?!\p{L})/iu, 'If other, what?'],
  [/^(?:sonstige[rs]?)(?!\p{L})/iu, 'Falls Sonstiges: was?'],
  [/^(?:andere[rs]?|etwas anderes)(?!\p{L})/iu, 'Falls etwas anderes: was?'],
  [/^autres?(?!\p{L})/iu, 'Si autre, précisez :'],
  [/^otr[oa]s?(?!\p{L})/iu, 'Si otro, ¿cuál?'],
] as const

const SPECIFY =
  /[:…]\s*$|specify|explain|name it|bitte (?:angeben|nennen)|und zwar|précise|especifi/iu

/** What to ask below a choice that stands for others and has room for words; null for any other. */
export function askForOther(label: string): string | null {
  const other = OTHERS.find(([pattern]) => pattern.test(label))
  return other && (hasBlank(label) || SPECIFY.test(label)) ? other[1] : null
}

const NONE =
  /^(?:none(?: of|$)|no answer|keine? (?:davon|der|von|dieser|genannten)|nichts davon|aucune?(?!\p{L})|ningun[oa](?!\p{L}))/iu

/** Whether a choice leaves out all others. */
export function isNone(label: string): boolean {
  return NONE.test(label)
}

const FOLLOW_UP =
  /^(?:comments?(?!\p{L})|remarks?(?!\p{L})|(?:please |briefly )+(?:explain|specify|elaborate|describe|comment|justify)|explain(?!\p{L})|explanation|reasons?:|why(?:\?| or why not|:)|kommentare?(?!\p{L})|anmerkung|bemerkung|bitte (?:begründe|erläuter|erkläre|beschreib)|begründung|commentaires?(?!\p{L})|remarques?(?!\p{L})|(?:veuillez )?(?:expliqu|justifi|précisez)|comentarios?(?!\p{L})|(?:por favor,? )?expli(?:que|ca)|observaciones)/iu

/** Whether a line asks for words about the answer before it. */
export function isFollowUp(text: string): boolean {
  return text.length <= 150 && FOLLOW_UP.test(text)
}

const PAGE_NUMBER =
  /^[\s–—-]*(?:page|seite|página|pág\.|p\.)?\s*\d{1,3}\s*(?:(?:of|von|de|sur|\/)\s*\d{1,3})?[\s–—-]*$/iu

/** Whether a line is the number of a page. */
export function isPageNumber(text: string): boolean {
  return text.length < 40 && PAGE_NUMBER.test(text)
}
