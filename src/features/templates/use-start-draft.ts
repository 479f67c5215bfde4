import { useMutation } from '@tanstack/react-query'
import { useLocation } from 'wouter'
import type { Backend } from '#contract/app-config.ts'
import { addDraft } from '#storage/drafts.ts'
import { draftOfTemplate } from './draft-of-template.ts'
import type { TemplateChoice } from './template-choice.ts'

/** Makes a draft of a template and opens it. A second press while it is being made does nothing. */
export function useStartDraft(backend: Backend) {
  const [, navigate] = useLocation()
  const { mutate, isPending, isError } = useMutation<string, Error, TemplateChoice>({
    mutationFn: (choice) => addDraft(draftOfTemplate(choice, backend)),
    onSuccess: (id) => navigate(`/${backend.place}/new?draft=${id}`),
  })
  return {
    start: (choice: TemplateChoice) => {
      if (!isPending) mutate(choice)
    },
    failed: isError,
  }
}
