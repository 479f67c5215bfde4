import { chooseAny, chooseOne, field, page, row, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

export const toxicity: ReadyTemplate = {
  id: 'toxicity',
  name: 'Toxic comments',
  description:
    'Participants judge how hurtful a comment is. With a content warning and a way to skip.',
  tags: ['toxicity', 'hate speech', 'moderation', 'safety', 'harm', 'comments', 'content warning'],
  texts: {
    taskTitle: 'How hurtful is this comment?',
    batchName: 'Toxicity of comments',
    introduction: unfolded(`
      <h2>Please read this first</h2>
      <p><strong>This task contains content that may upset you.</strong> Some comments contain insults,
      threats, sexual language or hate against groups of people. They are real comments from the web. We do
      not agree with them.</p>
      <ul>
        <li>Please take part only if you are 18 or older and feel well enough today.</li>
        <li>You can skip any comment. Choose “I would rather not answer”. You need no reason.</li>
        <li>You can take a break or stop at any time.</li>
      </ul>
      <h2>What this is about</h2>
      <p>You read comments and say how hurtful they are. Your answers help [your lab] to make online spaces
      safer. The task takes about [number] minutes. A private place is best, so that nobody else has to read
      along.</p>
      <h2>How your answers are used</h2>
      <p>We see your answers and your Prolific ID, but not your name. People feel differently about such
      comments, and we want to learn about that as well. No answer is wrong.</p>
      <h2>Questions or support</h2>
      <p>Send us a message in Prolific or write to [contact address]. If a comment stays on your mind, please
      talk to someone you trust or to a helpline in your country.</p>`),
    steps: unfolded(`
      <ol>
        <li>Read the comment once. You do not have to read it again.</li>
        <li>Imagine that it was posted in public, below a news story.</li>
        <li>Choose how hurtful it is for the people it speaks to or about.</li>
        <li>If it is hurtful, select all kinds that apply.</li>
        <li>If something is unclear, add a short note. You can leave the note empty.</li>
      </ol>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>Swear words alone</strong> are not always hurtful. Ask whether someone is attacked.</li>
        <li><strong>Polite words can hurt too,</strong> for example when they say that a group is worth
        less.</li>
        <li><strong>Someone else is quoted:</strong> judge what the writer wants to say with it.</li>
        <li><strong>Criticism</strong> of an idea, a law or a company is not hurtful in itself.</li>
        <li><strong>You lack the context:</strong> choose what most readers would take it for.</li>
      </ul>
      <h2>Examples</h2>
      <ul>
        <li><em>“I think this plan is a waste of money.”</em> is not hurtful. It is about a plan.</li>
        <li><em>“Damn, what a great match!”</em> is not hurtful. Nobody is attacked.</li>
        <li><em>“You are too stupid to understand this.”</em> is hurtful: an insult.</li>
        <li><em>“People like you should be afraid to go out.”</em> is very hurtful: a threat.</li>
      </ul>`),
  },
  questions: [
    page(
      row(field('comment')),
      row(
        chooseOne('How hurtful is this comment?', {
          not: 'Not hurtful',
          a_little: 'A little hurtful',
          hurtful: 'Hurtful',
          very: 'Very hurtful',
          no_answer: 'I would rather not answer',
        }),
        chooseAny(
          'Which kinds apply?',
          {
            insult: 'Insult',
            threat: 'Threat',
            sexual: 'Sexual language',
            group: 'Hate toward a group of people',
            other: 'Another kind',
            none: 'None of these',
          },
          'Select all that apply.',
        ),
        write('Is there anything we should know?', 400, 'You can leave this empty.'),
      ),
    ),
  ],
}
