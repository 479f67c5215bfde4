/**
 * The words of a heading in lower case, with one space between them and none at the ends:
 * "RecipientEmail" and "recipient_email" become "recipient email".
 */
export function headingWords(heading: string): string {
  return heading
    .slice(0, 300)
    .replaceAll(/(\p{Ll})(\p{Lu})/gu, '$1 $2')
    .replaceAll(/(\p{Lu})(\p{Lu}\p{Ll})/gu, '$1 $2')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\p{M}]+/gu, ' ')
    .trim()
}

/** Models, as they appear in headings and in the names of files. */
const MODEL =
  /(?:^|[^a-z])(?:gpt|chatgpt|claude|llama|mistral|mixtral|gemini|gemma|qwen|deepseek|grok|phi|bert|palm|bard|copilot|falcon|vicuna|alpaca|opus|sonnet|haiku|o[134])(?:[^a-z]|$)/i

const CONDITION =
  /^(?:condition|cond|treatment|control|experimental|placebo|baseline|arm|manipulation|bedingung|model|system|human|ai|machine|llm|ground truth|gold|correct|correct answer|answer key|ai generated|is ai|is check|left is)(?: (?:id|nr|no|number|name|text|response|answer|output|version|group|\d+|[a-z]))?$/

const FILE = /\.(?:[a-z]{2,4}\d?|jsonl?)$/i

/** What a label may give away to the people who read it; null when it says nothing of the kind. */
export function givesAway(label: string): 'model' | 'condition' | 'file' | null {
  const text = label.trim().slice(0, 300)
  if (MODEL.test(text)) return 'model'
  if (/^\S+$/.test(text) && FILE.test(text)) return 'file'
  return CONDITION.test(headingWords(text)) ? 'condition' : null
}

/** Whether a column of this name makes groups, if its values repeat. */
export function namesGroups(heading: string): boolean {
  return /(?:^| )(?:group|groups|block|list|set|batch|bundle|booklet|gruppe|liste|satz)(?: (?:id|nr|no|number|name|\d+))?$/.test(
    headingWords(heading),
  )
}

/** Whether a column of this name tells rows apart. */
export function namesRows(heading: string): boolean {
  return /(?:^| )(?:id|ids|uuid|guid|key|nr|no|number|index|code|row|nummer|kennung)$/.test(
    headingWords(heading),
  )
}
