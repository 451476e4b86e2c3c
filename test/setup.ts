import fc from 'fast-check'

// The same cases in every run: a failure is a change in the code, never chance.
fc.configureGlobal({ seed: 20260722 })
