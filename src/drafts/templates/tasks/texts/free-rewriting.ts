import { chooseOne, field, page, row, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

export const freeRewriting: ReadyTemplate = {
  id: 'free-rewriting',
  name: 'Rewriting in plain words',
  description: 'Participants rewrite a sentence so that everybody understands it.',
  tags: ['free rewriting', 'paraphrase', 'plain language', 'simplification', 'writing', 'text'],
  texts: {
    taskTitle: 'Say it in plain words',
    batchName: 'Rewriting in plain words',
    introduction: unfolded(`
      <p>In this task you rewrite difficult sentences so that most people can understand them. Your texts
      help [your lab] to find out what makes language clear.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>You should be fluent in the language. You do not have to be a writer.</li>
        <li>Please use your own words. Do not use a chatbot or another program that writes for you: we study
        how people write.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your texts and your Prolific ID, but not your name. We may publish single sentences, so
      please put nothing personal into them.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Read the sentence until you know what it means.</li>
        <li>Imagine that you explain it to a friend who knows nothing about the subject.</li>
        <li>Write it down in your own words. You may write several short sentences.</li>
        <li>Compare: does your text say the same? Is anything missing or added?</li>
        <li>Say how well you understood the sentence at first.</li>
      </ol>
      <h2>What makes a good answer</h2>
      <ul>
        <li>It keeps the meaning. Names and numbers stay the same.</li>
        <li>It uses short sentences and everyday words.</li>
        <li>It explains a difficult word instead of leaving it out.</li>
        <li>It gives no opinion of its own.</li>
      </ul>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>The sentence is clear already:</strong> change what you can, even if it is little.</li>
        <li><strong>You do not know a word:</strong> you may look it up.</li>
        <li><strong>You do not understand it at all:</strong> write “I do not understand it”. This is a fine
        answer and you lose nothing.</li>
      </ul>
      <h2>Example</h2>
      <p>Sentence: <em>“Applicants failing to remit the fee will be deemed to have withdrawn.”</em></p>
      <ul>
        <li>Good: <em>“You have to pay the fee. If you do not, your application ends.”</em></li>
        <li>Not good: <em>“You must pay 50 pounds.”</em> The amount was added, and the rest is missing.</li>
        <li>Not good: <em>“It is unfair that you have to pay.”</em> This is an opinion.</li>
      </ul>`),
  },
  questions: [
    page(
      row(field('sentence')),
      row(
        write('Say it in plain words.', 1000),
        chooseOne('How well did you understand the sentence at first?', {
          fully: 'Fully',
          mostly: 'Mostly',
          little: 'A little',
          not: 'Not at all',
        }),
      ),
    ),
  ],
}
