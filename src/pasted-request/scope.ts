import { COMPUTED } from './values.ts'

/** A branch, a loop or a function of a program, by where it begins; -1 is the program itself. */
type Block = number

/** What was assigned to a variable last, and in which block. */
type Variable = { value: unknown; block: Block }

/** How often something was assigned to a variable of a function, by the function and the name. */
type Changes = Map<string, number>

const ALWAYS = Infinity

/**
 * The variables of a program at a place in it, as its text is walked through from the beginning to the
 * end. What depends on which branches are taken, how often a loop turns or when a function is called is
 * `COMPUTED`.
 */
export class Scope {
  readonly #functions: { id: Block; variables: Map<string, Variable> }[] = [
    { id: -1, variables: new Map() },
  ]
  readonly #blocks: Block[] = [-1]
  readonly #open = new Set<Block>([-1])
  readonly #madeIn = new WeakMap<object, Block>()
  readonly #changes: Changes = new Map()
  readonly #all: Changes

  /** `first` is the scope of an earlier walk through the same program, which knows all of its changes. */
  constructor(first?: Scope) {
    this.#all = first ? first.#changes : new Map()
  }

  /** Comes to a branch, a loop or a function. */
  enterBlock(id: Block, isFunction: boolean) {
    this.#blocks.push(id)
    this.#open.add(id)
    if (isFunction) this.#functions.push({ id, variables: new Map() })
  }

  /** Leaves the one that was entered last. */
  leaveBlock(isFunction: boolean) {
    this.#open.delete(this.#here())
    this.#blocks.pop()
    if (isFunction) this.#functions.pop()
  }

  /** Assigns to a variable of the present function. */
  declare(name: string, value: unknown) {
    const own = this.#functions.at(-1)
    if (!own) return
    this.#count(own.id, name, 1)
    own.variables.set(name, { value, block: this.#here() })
  }

  /** Gives a variable that was just declared the value that it begins with. */
  initialise(name: string, value: unknown) {
    this.#functions.at(-1)?.variables.set(name, { value, block: this.#here() })
  }

  /** Assigns to a variable of whichever function has one of that name. */
  assign(name: string, value: unknown) {
    const owner = this.#functions.findLast(({ variables }) => variables.has(name))
    if (!owner || owner === this.#functions.at(-1)) this.declare(name, value)
    else this.share(name)
  }

  /** Says that other functions assign to a variable; when, nobody knows. */
  share(name: string) {
    for (const { id, variables } of this.#functions) {
      this.#count(id, name, ALWAYS)
      variables.set(name, { value: COMPUTED, block: id })
    }
  }

  /** What a variable is set to here; `COMPUTED` when that cannot be told. */
  read(name: string): unknown {
    const owner = this.#functions.findLast(({ variables }) => variables.has(name))
    const variable = owner?.variables.get(name)
    if (!owner || !variable || !this.#open.has(variable.block)) return COMPUTED
    const changes = this.#all.get(`${owner.id} ${name}`) ?? 0
    const isOuter = owner !== this.#functions.at(-1)
    return changes === ALWAYS || (isOuter && changes > 1) ? COMPUTED : variable.value
  }

  /** Whether a variable got its value in the very block that goes on to change it. */
  isFromHere(name: string) {
    return this.#functions.at(-1)?.variables.get(name)?.block === this.#here()
  }

  /** Remembers where an object or a list was made; gives it back. */
  made<Made extends object>(object: Made): Made {
    this.#madeIn.set(object, this.#here())
    return object
  }

  /** Whether an object was made in the very block that goes on to change it. */
  isMadeHere(object: object) {
    return this.#madeIn.get(object) === this.#here()
  }

  #here(): Block {
    return this.#blocks.at(-1) ?? -1
  }

  #count(id: Block, name: string, times: number) {
    const key = `${id} ${name}`
    this.#changes.set(key, (this.#changes.get(key) ?? 0) + times)
  }
}
