import { chooseOne, field, page, row, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

export const searchRelevance: ReadyTemplate = {
  id: 'search-relevance',
  name: 'Search relevance',
  description: 'Participants say how well a search result fits what somebody was looking for.',
  tags: ['search relevance', 'ranking', 'query', 'results', 'web search', 'shopping'],
  texts: {
    taskTitle: 'Does this result fit the search?',
    batchName: 'Search relevance',
    introduction: unfolded(`
      <p>In this task you see what a person typed into a search box and one result that came back. You say
      how well the result fits. Your answers help [your lab] to make search better.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>You can use a phone, a tablet or a computer.</li>
        <li>You do not need to open any web page. The result is all you judge.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your answers and your Prolific ID, but not your name. The searches cannot be traced back to
      the people who typed them.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Read the search. What did the person most likely want?</li>
        <li>If you do not know a word, look it up first.</li>
        <li>Read the result.</li>
        <li>Choose how well it fits what the person wanted.</li>
        <li>Say in a few words what you think the person was looking for.</li>
      </ol>
      <h2>What the answers mean</h2>
      <ul>
        <li><strong>Exactly right:</strong> most people would stop searching here.</li>
        <li><strong>Useful:</strong> it helps, but something is missing.</li>
        <li><strong>A little related:</strong> the subject fits, but it does not help.</li>
        <li><strong>Not related:</strong> it is about something else.</li>
      </ul>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>More than one meaning:</strong> judge by the meaning most people have in mind.</li>
        <li><strong>Spelling mistakes:</strong> judge by what the person meant to type.</li>
        <li><strong>Place or date matters:</strong> an old or distant result is “useful” at best.</li>
        <li><strong>Advertising:</strong> judge it like any other result.</li>
      </ul>
      <h2>Examples</h2>
      <p>Search: <em>“vegan chocolate cake recipe”</em></p>
      <ul>
        <li><em>“Easy vegan chocolate cake, step by step”</em> is exactly right.</li>
        <li><em>“Ten vegan cakes to try”</em> is useful. A chocolate cake may be among them.</li>
        <li><em>“Chocolate cake with butter cream”</em> is a little related. It is not vegan.</li>
        <li><em>“Cake shops near the airport”</em> is not related.</li>
      </ul>`),
  },
  questions: [
    page(
      row(field('query'), field('result')),
      row(
        chooseOne('How well does the result fit the search?', {
          exact: 'Exactly right',
          useful: 'Useful',
          related: 'A little related',
          unrelated: 'Not related',
          cannot_tell: 'I do not understand the search',
        }),
        write('What was the person looking for?', 200, 'A few words are enough.'),
      ),
    ),
  ],
}
