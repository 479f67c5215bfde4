import { chooseOne, field, page, row, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

export const sentiment: ReadyTemplate = {
  id: 'sentiment',
  name: 'Sentiment of reviews',
  description: 'Participants say whether a short text is positive, negative, mixed or neutral.',
  tags: [
    'sentiment',
    'opinion',
    'emotion',
    'classification',
    'reviews',
    'text',
    'feelings',
    'mood',
  ],
  texts: {
    taskTitle: 'How does the writer of a review feel?',
    batchName: 'Sentiment of reviews',
    introduction: unfolded(`
      <p>In this task you read short product reviews. For each one you say how the writer feels about the
      product. Your answers help [your lab] to study how people share their opinions.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>You can use a phone, a tablet or a computer.</li>
        <li>You do not need to know the products. There are no trick questions.</li>
        <li>The reviews were written by real people. A few may be rude.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your answers and your Prolific ID, but not your name. We join your answers with those of
      other people and report them as a group.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Read the whole review.</li>
        <li>Ask yourself: how does the <strong>writer</strong> feel about the product? What you think of
        it does not matter here.</li>
        <li>Choose one answer: positive, negative, mixed or neutral.</li>
        <li>Copy the few words that helped you most to decide.</li>
      </ol>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>Good and bad points:</strong> choose “mixed”, unless one side is clearly stronger.</li>
        <li><strong>Only facts:</strong> choose “neutral”.</li>
        <li><strong>Jokes and irony:</strong> choose what the writer means, not what the words say.</li>
        <li><strong>About delivery or price alone:</strong> judge that. It is part of the experience.</li>
        <li><strong>You cannot read it:</strong> choose “I cannot tell”. This is a fine answer.</li>
      </ul>
      <h2>Examples</h2>
      <ul>
        <li><em>“Works well, and my dad loves it.”</em> is positive.</li>
        <li><em>“Great. It broke on day one.”</em> is negative. “Great” is meant as a joke.</li>
        <li><em>“Lovely color, but far too small.”</em> is mixed.</li>
        <li><em>“It is blue and comes with a cable.”</em> is neutral.</li>
      </ul>`),
  },
  questions: [
    page(
      row(field('review')),
      row(
        chooseOne('How does the writer feel about the product?', {
          positive: 'Positive',
          negative: 'Negative',
          mixed: 'Mixed: good and bad',
          neutral: 'Neutral: only facts',
          cannot_tell: 'I cannot tell',
        }),
        write('Which words helped you most to decide?', 300, 'Copy them from the review.'),
      ),
    ),
  ],
}
