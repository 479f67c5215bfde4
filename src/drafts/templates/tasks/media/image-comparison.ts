import { chooseOne, field, page, row, sideBySide, write } from '#drafts/templates/layout.ts'
import { unfolded, type ReadyTemplate } from '#drafts/templates/ready-template.ts'

export const imageComparison: ReadyTemplate = {
  id: 'image-comparison',
  name: 'Which image is better?',
  description: 'Participants compare two images side by side, choose one and say why.',
  tags: [
    'image comparison',
    'A/B test',
    'side by side',
    'pictures',
    'photos',
    'preference',
    'design',
    'generated images',
    'text to image',
  ],
  texts: {
    taskTitle: 'Which of two images is better?',
    batchName: 'Comparison of images',
    introduction: unfolded(`
      <p>In this task you see two images at a time. You choose the better one and say why. Your choices help
      [your lab] to find out what makes an image work.</p>
      <h2>Good to know</h2>
      <ul>
        <li>The task takes about [number] minutes.</li>
        <li>A tablet or computer is best. On a phone, the images are one below the other.</li>
        <li>You need to be able to see colors and details.</li>
        <li>Some images may be made by a computer. We do not tell you which.</li>
      </ul>
      <h2>How your answers are used</h2>
      <p>We see your choices, your reasons and your Prolific ID, but not your name. Please do not save or
      share the images.</p>
      <h2>Questions or problems</h2>
      <p>Send us a message in Prolific or write to [contact address]. You can stop at any time.</p>`),
    steps: unfolded(`
      <ol>
        <li>Wait until both images have loaded.</li>
        <li>Look at each of them for a few seconds, the corners too.</li>
        <li>Choose the image you would rather see in a magazine or on a website.</li>
        <li>Say in one or two sentences what made the difference.</li>
      </ol>
      <h2>What can make an image better</h2>
      <ul>
        <li><strong>You see at once what it shows.</strong> The main thing stands out.</li>
        <li><strong>It looks good.</strong> Light and colors fit together.</li>
        <li><strong>Nothing in it is wrong,</strong> such as a hand with six fingers or broken letters.</li>
      </ul>
      <h2>When it is hard to decide</h2>
      <ul>
        <li><strong>You like the subject of one more:</strong> judge how it is shown, not what it shows.</li>
        <li><strong>Each has a strong side:</strong> go by what you noticed first.</li>
        <li><strong>You see no difference:</strong> choose “about the same”.</li>
        <li><strong>An image does not load:</strong> choose “I cannot tell” and say which one it was.</li>
      </ul>
      <h2>Example</h2>
      <p>Both images show a cup of tea. In A the cup is sharp and the light is warm. In B the handle does not
      touch the cup. A is better. A good reason: <em>“In B the handle floats in the air.”</em></p>`),
  },
  questions: [
    page(
      sideBySide(field('image_a'), field('image_b')),
      row(
        chooseOne('Which image is better?', {
          a: 'Image A',
          b: 'Image B',
          same: 'They are about the same',
          cannot_tell: 'I cannot tell',
        }),
        write('Why?', 500, 'One or two sentences.'),
      ),
    ),
  ],
}
