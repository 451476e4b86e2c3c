/** How likely words are to carry a capital, from one byte each. */

const CODES = 256
/** Shares of capitals that codes 0 and 255 stand for: hardly ever, not never; they round to the same codes again. */
const CAPITAL_MIN = 0.0019
const CAPITAL_MAX = 1 - CAPITAL_MIN

/** ln P(capital) and ln P(no capital) by id; there are only so many codes. */
export function capitalLogs(capital: Uint8Array): { logCapital: Float32Array; logSmall: Float32Array } {
  const shares = Float32Array.from({ length: CODES }, (_, code) =>
    Math.min(Math.max(code / 255, CAPITAL_MIN), CAPITAL_MAX),
  )
  const capitals = shares.map((share) => Math.log(share))
  const smalls = shares.map((share) => Math.log(1 - share))
  const logCapital = new Float32Array(capital.length)
  const logSmall = new Float32Array(capital.length)
  for (let id = 0; id < capital.length; id++) {
    logCapital[id] = capitals[capital[id] as number] as number
    logSmall[id] = smalls[capital[id] as number] as number
  }
  return { logCapital, logSmall }
}
