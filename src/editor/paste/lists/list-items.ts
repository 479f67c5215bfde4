import type { Numbering } from './list-marker.ts'

/** One way to read the place of an item in its list. */
export interface Reading {
  numbering: Numbering
  /** Null when nothing says it: it comes after the one before. */
  number: number | null
}

/** What is known about a block that is an item of a list. */
export interface ListItem {
  /** From 1; levels may be skipped. */
  level: number
  ordered: boolean
  /** The likelier one first; a bullet has one that says nothing. */
  readings: readonly Reading[]
  /** Items of two lists next to each other differ in it. Only asked where there are no numbers. */
  list: string
}

/** A block without a marker: it goes on with the last item of its level. */
export interface FurtherBlock {
  level: number
  further: true
}

/** The blocks of a tree that make up lists, before they are put into them. */
export type ListItems = Map<Element, ListItem | FurtherBlock>

export const UNNUMBERED: readonly Reading[] = [{ numbering: null, number: null }]
