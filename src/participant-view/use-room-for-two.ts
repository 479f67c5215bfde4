import { useSyncExternalStore } from 'react'

/** A phone and, beside it, a computer at four fifths of its size. */
const ROOM_FOR_TWO_PX = 1260

/** Whether the window is wide enough to show two devices side by side. */
export function useRoomForTwo() {
  return useSyncExternalStore(subscribe, () => window.innerWidth >= ROOM_FOR_TWO_PX)
}

function subscribe(tell: () => void) {
  window.addEventListener('resize', tell)
  return () => window.removeEventListener('resize', tell)
}
