/** The forms that the request can be shown in as code, in the order of the list. */
export const languages = [
  { id: 'curl', name: 'cURL' },
  { id: 'python', name: 'Python' },
  { id: 'javascript', name: 'JavaScript' },
  { id: 'r', name: 'R' },
  { id: 'go', name: 'Go' },
  { id: 'ruby', name: 'Ruby' },
  { id: 'java', name: 'Java' },
  { id: 'php', name: 'PHP' },
  { id: 'csharp', name: 'C#' },
  { id: 'swift', name: 'Swift' },
  { id: 'prolific-cli', name: 'Prolific’s command line' },
] as const
export type Language = (typeof languages)[number]['id']
