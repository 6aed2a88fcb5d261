/// A range of whole numbers, both ends included. Written as `[least, most]`.
#[derive(Clone, Copy, Debug, PartialEq, Eq, serde::Deserialize)]
#[serde(from = "[u32; 2]")]
pub struct Span {
    /// The least.
    pub least: u32,
    /// The most.
    pub most: u32,
}

impl Span {
    /// From the least to the most.
    pub const fn new(least: u32, most: u32) -> Self {
        Self { least, most }
    }

    /// Whether a number lies inside.
    pub const fn holds(self, number: usize) -> bool {
        self.least as usize <= number && number <= self.most as usize
    }
}

impl From<[u32; 2]> for Span {
    fn from([least, most]: [u32; 2]) -> Self {
        Self { least, most }
    }
}

impl std::fmt::Display for Span {
    fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
        write!(f, "{} to {}", self.least, self.most)
    }
}
