//! Damage to documents: random, and the same in every run.

/// Does damage.
pub(crate) struct Garbler(u64);

impl Garbler {
    /// The seed decides all that follows.
    pub(crate) fn new(seed: u64) -> Self {
        Self(seed | 1)
    }

    /// The document with one to four things wrong: a byte changed, pieces cut out, doubled, swapped in from elsewhere.
    pub(crate) fn garbled(&mut self, document: &str) -> Vec<u8> {
        let mut bytes = document.as_bytes().to_vec();
        for _ in 0..=self.below(4) {
            self.damage(&mut bytes);
        }
        bytes
    }

    fn damage(&mut self, bytes: &mut Vec<u8>) {
        let at = self.below(bytes.len());
        let piece = at..(at + 1 + self.below(20)).min(bytes.len());
        match self.below(5) {
            0 => bytes[at] = self.next().to_le_bytes()[3],
            1 => drop(bytes.drain(piece)),
            2 => {
                let copy = bytes[piece].to_vec();
                let to = self.below(bytes.len());
                drop(bytes.splice(to..to, copy));
            }
            3 => bytes[at] = b"<>&\"'/=: \0\xff"[self.below(11)],
            _ => bytes.truncate(at.max(1)),
        }
        if bytes.is_empty() {
            bytes.push(b' ');
        }
    }

    fn below(&mut self, bound: usize) -> usize {
        (self.next() % bound.max(1) as u64) as usize
    }

    /// Xorshift, enough for damage.
    fn next(&mut self) -> u64 {
        self.0 ^= self.0 << 13;
        self.0 ^= self.0 >> 7;
        self.0 ^= self.0 << 17;
        self.0
    }
}
