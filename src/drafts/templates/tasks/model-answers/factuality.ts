import { chooseOne, field, page, row, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

export const factuality: ReadyTemplate = {
  id: 'factuality',
  name: 'Factuality check',
  description:
    'Participants check a claim against a source text and quote the words that settle it.',
  tags: ['factuality', 'fact check', 'claims', 'evidence', 'hallucination', 'AI', 'source'],
  texts: {
    taskTitle: 'Does the source back up the claim?',
    batchName: 'Factuality check',
    introduction: unfolded(`
      <p>In this task you see a claim and a source text. You check whether the text backs up the claim. Your
      answers help [your lab] to find out how often writers and computer programs get facts wrong.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>You need some quiet, because small words matter.</li>
        <li>You do not need to know the subject, and you do not have to search the web.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your answers and your Prolific ID, but not your name. Several people check each claim, and
      we compare what they found.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Read the claim. Note names, numbers, dates and words like “all”, “never” or “first”.</li>
        <li>Read the source text to the end.</li>
        <li>Look for the place in the source that speaks about the claim.</li>
        <li>Choose “backed up”, “contradicted” or “not in the source”.</li>
        <li>Copy the sentence that decided it. If there is none, leave the box empty.</li>
      </ol>
      <p>Use <strong>only the source</strong>, even if you know more or think that it is wrong.</p>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>Other words, same meaning:</strong> this is “backed up”.</li>
        <li><strong>One part is right and one is wrong:</strong> this is “contradicted”.</li>
        <li><strong>One part is right and one is not mentioned:</strong> this is “not in the source”.</li>
        <li><strong>Rounded numbers:</strong> “about 500” is backed up by 496. It is not backed up by 400.</li>
      </ul>
      <h2>Examples</h2>
      <p>Source: <em>“The bridge was opened in 1932. It was closed for repairs in May.”</em></p>
      <ul>
        <li><em>“The bridge opened in the 1930s.”</em> is backed up.</li>
        <li><em>“The bridge opened in 1923.”</em> is contradicted.</li>
        <li><em>“The repairs took two weeks.”</em> is not in the source.</li>
      </ul>`),
  },
  questions: [
    page(
      row(field('claim'), field('source')),
      row(
        chooseOne('What does the source say about the claim?', {
          backed_up: 'Backed up: the source says so',
          contradicted: 'Contradicted: the source says otherwise',
          not_in_source: 'Not in the source',
          cannot_tell: 'I cannot tell',
        }),
        write(
          'Which sentence decided it?',
          600,
          'Copy it from the source. Leave it empty if there is none.',
        ),
      ),
    ),
  ],
}
