//! XML 1.0 (fifth edition) with Namespaces 1.0, without DTDs, under limits.
//!
//! * [`Document::parse`] turns bytes into a tree or a [`Refused`] that says what and where.
//! * [`Element`] and [`Sequence`] read the tree as an XSD would: names by namespace, children in
//!   order. What does not fit is a [`Disorder`].
//! * [`Writer`] produces XML into a byte buffer.
//!
//! Reading is one walk over the bytes, which bounds depth, nodes, attributes and namespace declarations, refuses what
//! this system never accepts, and builds the tree. That it agrees with a reader by other people, on what a document is
//! and on what is in it, is proved by tests.

mod disorder;
mod document;
mod element;
mod escape;
mod limits;
mod name;
mod place;
mod prolog;
mod quoted;
mod raw;
mod reader;
mod reference;
mod refused;
mod scope;
mod sequence;
mod space;
mod tree;
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
