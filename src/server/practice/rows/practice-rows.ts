import type { DataRow } from '#contract/dataset.ts'
import type { SeedDataset } from '#server/practice/seeds.ts'
import { conversationRow, interviewRow, reviewRow } from './people.ts'
import { topics, voices, type Topic } from './topics.ts'

type Voice = (typeof voices)[number]

/** The rows of a practice dataset: the same ones at every start, as many as it says that it has. */
export function practiceRows(dataset: SeedDataset): DataRow[] {
  const make = rowMaker(dataset)
  return Array.from({ length: dataset.total_datapoint_count }, (_, index) => make(index))
}

function rowMaker({ fields, own_groups, total_datapoint_count }: SeedDataset) {
  if (!fields) {
    const inGroup = Math.ceil(total_datapoint_count / (own_groups ?? 1))
    return own_groups === undefined
      ? interviewRow
      : (index: number) => conversationRow(index, Math.floor(index / inGroup) + 1)
  }
  return (index: number): DataRow => {
    const everything: DataRow = { ...materialRow(index), ...reviewRow(index) }
    return Object.fromEntries(fields.map((field) => [field, everything[field] ?? '']))
  }
}

/** What the templates ask about, all of it about one topic. */
function materialRow(index: number): DataRow {
  const topic = topics[index % topics.length] ?? topics[0]
  const voice = voices[Math.floor(index / topics.length) % voices.length] ?? voices[0]
  if (!topic) return {}
  const answers = [goodAnswer(topic, voice), poorAnswer(topic, voice)]
  const [answer_a = '', answer_b = ''] = index % 3 === 0 ? answers.toReversed() : answers
  const [first, second, third] = topic.facts
  return {
    prompt: voice.asks + topic.question,
    answer: answers[index % 2] ?? '',
    answer_a,
    answer_b,
    claim: index % 3 === 1 ? topic.myth : first,
    source: `${first} ${second}`,
    comment: voice.feels,
    article: [first, second, third, `There is more to say about ${topic.name}.`].join('\n\n'),
    summary: index % 4 === 3 ? topic.myth : `${first} ${third}`,
    recording: `https://media.practice.example/recordings/${index + 1}.mp3`,
    transcript: index % 4 === 2 ? withSlips(second) : second,
    query: topic.question.toLowerCase().replace('?', ''),
    result: `${topic.headline}\n${second}`,
    sentence: index % 2 === 0 ? first : second,
    message: `${voice.asks}${topic.question} ${voice.feels}`,
    original: topic.german,
    translation: index % 5 === 4 ? topic.myth : first,
    explanation: `${voice.opens}${first} ${second}${voice.closes}`,
    text: `${topic.headline}. ${first} ${third}${voice.closes}`,
    image_a: pictureOf(topic, `${index + 1}-a`),
    image_b: pictureOf(topic, `${index + 1}-b`),
    audio: `https://media.practice.example/voices/${index + 1}.mp3`,
  }
}

function goodAnswer({ facts: [first, second] }: Topic, { opens, closes }: Voice) {
  return `${opens}${first} ${second}${closes}`
}

function poorAnswer({ myth, name }: Topic, { opens }: Voice) {
  return `${opens}${myth} People have talked about ${name} for a long time.`
}

/** The address of a picture; like all of practice it leads nowhere. */
function pictureOf({ name }: Topic, number: string) {
  return `https://pictures.practice.example/${name.replaceAll(' ', '-')}-${number}.jpg`
}

/** As somebody writes who types while they listen. */
function withSlips(sentence: string) {
  return sentence.toLowerCase().replaceAll('the ', 'teh ').replace(/[.,]/g, '')
}
