/// Which piece of a list is wanted. To page through a long list name the last item of the piece before, which costs the
/// same at every place; to jump into it skip some, which costs a look at the key of each that is skipped.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Window<K> {
    /// Only what comes after this.
    pub after: Option<K>,
    /// How many of those are left out.
    pub skip: u32,
    /// How many are wanted, at most.
    pub most: u32,
}

impl<K> Window<K> {
    /// The first so many.
    pub const fn first(most: u32) -> Self {
        Self { after: None, skip: 0, most }
    }
}

/// A piece of a list.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Page<T> {
    /// What was asked for, in order.
    pub items: Vec<T>,
    /// How many there are in the whole list.
    pub total: u64,
}
