import { answerPage } from '#html/worker/answer-page.ts'
import { docxToHtml } from './docx-to-html.ts'

answerPage(({ data }: MessageEvent<ArrayBuffer>) => docxToHtml(data))
