/** In which fields of a record its parts are. */
export interface RecordFields {
  readonly text: string
  readonly html: string
  readonly url: string
  readonly id: string
}

export const DEFAULT_FIELDS: RecordFields = {text: 'text', html: 'html', url: 'url', id: 'id'}
