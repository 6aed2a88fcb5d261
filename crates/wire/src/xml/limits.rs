//! How much XML one document may hold.

/// Bounds on a document. All are inclusive: a document exactly at a limit is accepted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Limits {
    /// Size of the whole document in bytes, byte order mark and declaration included.
    pub bytes: usize,
    /// Levels of elements; the root element is level 1.
    pub depth: u32,
    /// Elements, comments, CDATA sections and runs of text, together.
    pub nodes: u32,
    /// Attributes of one element, namespace declarations included.
    pub attributes_per_element: u32,
    /// Namespace declarations in the whole document. Every element may have to search all of them.
    pub namespaces: u32,
}

impl Limits {
    /// For one EPP data unit (RFC 5734 section 4).
    ///
    /// A check that fills 64 KiB with short names has some 5,000 nodes. The other bounds keep the
    /// costliest document that is still accepted within a few milliseconds.
    pub const EPP: Limits =
        Limits { bytes: 64 * 1024, depth: 64, nodes: 8_192, attributes_per_element: 64, namespaces: 256 };
}
