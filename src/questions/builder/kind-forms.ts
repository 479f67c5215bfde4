import {
  CircleDot,
  Columns3,
  FileUp,
  Hash,
  Image,
  Lock,
  ListChecks,
  MessageSquareText,
  Star,
  TextCursorInput,
  Type,
  Video,
  type LucideIcon,
} from 'lucide-react'
import type { ReactNode } from 'react'
import type { BatchItemType } from '#contract/questions/question-item.ts'
import type { ItemFormProps } from '#questions/fields/form-props.ts'
import { DatasetFieldForm } from '#questions/kinds/dataset_field/Form.tsx'
import { FileUploadForm } from '#questions/kinds/file_upload/Form.tsx'
import { FreeTextForm } from '#questions/kinds/free_text/Form.tsx'
import { FreeTextWithUnitForm } from '#questions/kinds/free_text_with_unit/Form.tsx'
import { ImageForm } from '#questions/kinds/image/Form.tsx'
import { MultipleChoiceForm } from '#questions/kinds/multiple_choice/Form.tsx'
import { MultipleChoiceWithFreeTextForm } from '#questions/kinds/multiple_choice_with_free_text/Form.tsx'
import { RichTextForm } from '#questions/kinds/rich_text/Form.tsx'
import { StarRatingForm } from '#questions/kinds/star_rating/Form.tsx'
import { VideoNarrationForm } from '#questions/kinds/video_narration/Form.tsx'

type KindForm = { icon: LucideIcon; Form: (props: ItemFormProps) => ReactNode }

const forms: Readonly<Record<BatchItemType, KindForm>> = {
  dataset_field: { icon: Columns3, Form: DatasetFieldForm },
  rich_text: { icon: Type, Form: RichTextForm },
  image: { icon: Image, Form: ImageForm },
  multiple_choice: { icon: CircleDot, Form: MultipleChoiceForm },
  multiple_choice_with_free_text: { icon: MessageSquareText, Form: MultipleChoiceWithFreeTextForm },
  free_text: { icon: TextCursorInput, Form: FreeTextForm },
  free_text_with_unit: { icon: Hash, Form: FreeTextWithUnitForm },
  star_rating: { icon: Star, Form: StarRatingForm },
  file_upload: { icon: FileUp, Form: FileUploadForm },
  video_narration: { icon: Video, Form: VideoNarrationForm },
}

const byType: ReadonlyMap<string, KindForm> = new Map(Object.entries(forms))

/** The icon of a rating scale, which is no kind of its own. */
export const ScaleIcon = ListChecks

/** The icon and form of a kind; of one that is not known the icon of a protected question alone. */
export function kindFormOf(type: string): { icon: LucideIcon; Form?: KindForm['Form'] } {
  return byType.get(type) ?? { icon: Lock }
}
