/** What a button of a long list of choices answers. */
export type ChoiceAnswer =
  /** `id`: of a region or university, or the code of a speciality. */
  { kind: 'toggle'; id: string } | { kind: 'page'; page: number }
