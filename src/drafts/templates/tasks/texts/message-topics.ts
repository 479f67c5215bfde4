import { chooseOne, field, page, row, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

export const messageTopics: ReadyTemplate = {
  id: 'message-topics',
  name: 'Topic and intent of messages',
  description: 'Participants say what a customer’s message is about and what the customer wants.',
  tags: ['intent', 'topic', 'classification', 'customer service', 'chat', 'text'],
  texts: {
    taskTitle: 'What does this customer want?',
    batchName: 'Topic and intent of messages',
    introduction: unfolded(`
      <p>In this task you read messages that people wrote to a shop. You say what each one is about and what
      the person wants. Your answers help [your lab] to find out how messages reach the right team.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>You can use a phone, a tablet or a computer.</li>
        <li>Names, addresses and order numbers were taken out. If you still see some, please tell us.</li>
        <li>Some people were angry when they wrote. A few messages may be rude.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your answers and your Prolific ID, but not your name. We join your answers with those of
      other people and report them as a group.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Read the whole message.</li>
        <li>Choose the topic: what is the message about?</li>
        <li>Choose the wish: what does the person want to happen next?</li>
        <li>Say how quickly somebody should answer.</li>
      </ol>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>Two topics:</strong> choose the one the person needs help with first.</li>
        <li><strong>No wish is named:</strong> choose what would help most.</li>
        <li><strong>Thanks or praise only:</strong> choose “no help needed”.</li>
        <li><strong>No topic fits:</strong> choose “something else” and name it in a few words.</li>
      </ul>
      <h2>Examples</h2>
      <ul>
        <li><em>“My parcel should have been here on Monday.”</em> Topic: delivery. Wish: information.</li>
        <li><em>“The lamp came in pieces. I want my money back!”</em> Topic: damaged or wrong item. Wish:
        money back.</li>
        <li><em>“I cannot log in, and I need my ticket tonight.”</em> Topic: account. Wish: something
        repaired or changed. It is urgent.</li>
      </ul>`),
  },
  questions: [
    page(
      row(field('message')),
      row(
        chooseOne('What is the message about?', {
          delivery: 'Delivery',
          item: 'Damaged or wrong item',
          payment: 'Payment or price',
          account: 'Account or password',
          product: 'A question before buying',
          other: 'Something else',
        }),
        chooseOne('What does the person want?', {
          information: 'Information',
          money_back: 'Money back',
          change: 'Something repaired, replaced or changed',
          complain: 'To complain and be heard',
          nothing: 'No help needed',
        }),
        chooseOne('How quickly should somebody answer?', {
          now: 'Within the hour',
          today: 'Today',
          week: 'This week',
        }),
        write('If you chose “something else”: what is it about?', 120, 'A few words are enough.'),
      ),
    ),
  ],
}
