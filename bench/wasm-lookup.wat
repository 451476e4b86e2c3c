;; The look-up that restoration and repair spend most of their memory accesses on, for `wasm-lookup.ts`: bigram rows.
;; Memory: first rows u32 by word at 0; words u16 by row at $words; asked words u16 (before, word) from $asked on.
(module
  (memory (import "m" "memory") 1)
  (func (export "find") (param $words i32) (param $asked i32) (param $count i32) (result i32)
    (local $end i32) (local $word i32) (local $low i32) (local $high i32) (local $stop i32) (local $middle i32)
    (local $sum i32) (local $before i32)
    (local.set $end (i32.add (local.get $asked) (i32.shl (local.get $count) (i32.const 2))))
    (block $done
      (loop $next
        (br_if $done (i32.ge_u (local.get $asked) (local.get $end)))
        (local.set $before (i32.shl (i32.load16_u (local.get $asked)) (i32.const 2)))
        (local.set $word (i32.load16_u offset=2 (local.get $asked)))
        (local.set $low (i32.load (local.get $before)))
        (local.set $stop (i32.load offset=4 (local.get $before)))
        (local.set $high (local.get $stop))
        (block $found
          (loop $halve
            (br_if $found (i32.ge_u (local.get $low) (local.get $high)))
            (local.set $middle (i32.shr_u (i32.add (local.get $low) (local.get $high)) (i32.const 1)))
            (if (i32.lt_u
                  (i32.load16_u (i32.add (local.get $words) (i32.shl (local.get $middle) (i32.const 1))))
                  (local.get $word))
              (then (local.set $low (i32.add (local.get $middle) (i32.const 1))))
              (else (local.set $high (local.get $middle))))
            (br $halve)))
        (if (i32.lt_u (local.get $low) (local.get $stop))
          (then
            (if (i32.eq
                  (i32.load16_u (i32.add (local.get $words) (i32.shl (local.get $low) (i32.const 1))))
                  (local.get $word))
              (then (local.set $sum (i32.add (local.get $sum) (local.get $low)))))))
        (local.set $asked (i32.add (local.get $asked) (i32.const 4)))
        (br $next)))
    (local.get $sum)))
