//! XML 1.0 (fifth edition) with Namespaces 1.0, without DTDs, under limits.
//!
//! * [`Document::parse`] turns bytes into a tree or a [`Refused`] that says what and where.
//! * [`Element`] and [`Sequence`] read the tree as an XSD would: names by namespace, children in
//!   order. What does not fit is a [`Disorder`].
//! * [`Writer`] produces XML into a byte buffer.
//!
//! Reading is done twice on purpose. A scan over the bytes bounds depth, nodes, attributes and
//! namespace declarations, refuses what this system never accepts, and mends the few places where
//! the tree builder is laxer than the two recommendations. Only then is the tree built. Both must
//! agree before anything is believed, so a slip in the scan can only refuse too much.

mod disorder;
mod document;
mod element;
mod escape;
mod fault;
mod limits;
mod place;
mod prolog;
mod quoted;
mod raw;
mod reference;
mod refused;
mod scan;
mod sequence;
mod space;
mod writer;

pub use disorder::{Disorder, Expected, Wanted};
pub use document::Document;
pub use element::Element;
pub use limits::Limits;
pub use place::Place;
pub use raw::RawXml;
pub use refused::{Reason, Refused};
pub use sequence::Sequence;
pub use writer::Writer;
