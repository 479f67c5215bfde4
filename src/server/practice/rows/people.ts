import type { DataRow } from '#contract/dataset.ts'

const products = [
  'Travel kettle',
  'Desk lamp',
  'Rain jacket',
  'Wireless headphones',
  'Garden hose',
  'Coffee grinder',
  'Yoga mat',
]

const reviews = [
  'It arrived two days early and works as described.',
  'It broke after a week. The service sent a new one without asking questions.',
  'Good value, but the manual is hard to read.',
  'I have used it every day for three months and would buy it again.',
  'The color is not the one in the picture. Otherwise it is fine.',
  'Much louder than I expected.',
  'Does what it should, no more and no less.',
  'My parents got one as well, and they are just as happy with it.',
  'The packaging was damaged, the product was not.',
  'I sent it back. It does not fit and feels cheap.',
  'Light, quiet, easy to clean. What more could I want?',
]

const closings = [
  '',
  ' Five stars from me.',
  ' I expected more at this price.',
  ' Delivery took nine days.',
  ' It was a present, and it was well received.',
]

/** A review of a product, with a picture of it. */
export function reviewRow(index: number): DataRow {
  const product = at(products, index)
  return {
    review: at(reviews, index) + at(closings, Math.floor(index / reviews.length) + index),
    product,
    photo: `https://pictures.practice.example/${product.toLowerCase().replace(' ', '-')}-${index + 1}.jpg`,
  }
}

const speakers = ['Nurse, 34', 'Teacher, 51', 'Bus driver, 45', 'Student, 22']

const snippets = [
  'In the first weeks I took my work home with me in my head. That has become better.',
  'What I like most are the conversations at the door, when nobody is in a hurry.',
  'Honestly, the new software costs us more time than it saves.',
  'My colleagues noticed before I did that I needed a break.',
  'If I could change one thing, it would be the shifts. They change too often.',
  'You learn to listen. Nobody tells you that it takes years.',
]

const additions = [
  '',
  ' I would not have said that a year ago.',
  ' But that is just me.',
  ' Ask anybody here.',
]

/** A passage from an interview. */
export function interviewRow(index: number): DataRow {
  return {
    speaker: at(speakers, index + Math.floor(index / speakers.length)),
    snippet: at(snippets, index) + at(additions, Math.floor(index / snippets.length)),
  }
}

const requests = [
  'My parcel has not arrived yet.',
  'I was charged twice for the same order.',
  'How do I change my delivery address?',
  'The code you sent me does not work.',
  'Can I return something that I have opened?',
]

const replies = [
  'I am sorry to hear that. Could you tell me the order number?',
  'Thank you for waiting. I have corrected it just now.',
  'You can do that yourself, under Account and then Addresses.',
  'Please try again in ten minutes. If it still fails, write to us again.',
]

/** One turn of a conversation, with the group that it belongs to. */
export function conversationRow(index: number, group: number): DataRow {
  return {
    META_TASK_GROUP_ID: `conversation-${String(group).padStart(2, '0')}`,
    customer: at(requests, index + group),
    agent: at(replies, index + Math.floor(index / requests.length)),
  }
}

function at(list: readonly string[], index: number) {
  return list[index % list.length] ?? ''
}
