// Canonical composition: the one place that chooses between the engine's own forms and the `unorm` package.
import unorm from 'unorm'

/** Canonical composition and decomposition. */
export interface Normaliser {
  readonly nfc: (text: string) => string
  readonly nfd: (text: string) => string
}

type NativeNormalize = (this: string, form: string) => string

/** Letters of each way to compose: a runtime that gets all of them right has complete tables. */
const PROBE_DECOMPOSED = 'e\u0323\u0302 o\u031b\u0301 a\u0306\u0309 \u0300'
const PROBE_COMPOSED = '\u1ec7 \u1edb \u1eb3 \u0340'

/**
 * Chooses a normaliser: the native one where it exists and handles Vietnamese, else `unorm`.
 * @param native the engine's `String.prototype.normalize`; `undefined` where it has none (engines built without ICU)
 */
export function chooseNormaliser(native: NativeNormalize | undefined): Normaliser {
  if (
    native !== undefined &&
    native.call(PROBE_DECOMPOSED, 'NFC') === PROBE_COMPOSED.replace('\u0340', '\u0300') &&
    native.call(PROBE_COMPOSED, 'NFD') === PROBE_DECOMPOSED
  ) {
    return { nfc: (text) => native.call(text, 'NFC'), nfd: (text) => native.call(text, 'NFD') }
  }
  return { nfc: (text) => unorm.nfc(text), nfd: (text) => unorm.nfd(text) }
}

const NORMALISER: Normaliser = /* @__PURE__ */ chooseNormaliser(
  String.prototype.normalize as NativeNormalize | undefined,
)

/** The canonical composition (NFC) of a text. */
export const toNfc: (text: string) => string = NORMALISER.nfc

/** The canonical decomposition (NFD) of a text. */
export const toNfd: (text: string) => string = NORMALISER.nfd
